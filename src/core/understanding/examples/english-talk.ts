import type { Examples } from './said';

/** What is said among people and means nothing of ours, in English. */
export const talkInEnglish: Examples = {
  nothing: `
    what's the weather like | order a pizza | lol | see you at lunch | I love this song | did you watch the game yesterday |
    the printer is broken again | book a meeting room for tomorrow | asdf qwer | how's it going | what time is it | tell me a joke |
    who won the match | you are great | ok | a lot | can we have lunch | my chair is broken | I need a coffee | a bunch |
    who won the match last night | when is payday | good night | cool | oops that message was meant for my wife | thanks |
    great, thank you so much | see you tomorrow | have a nice weekend | where is the canteen | it is raining | can you book a meeting room |
    my printer is broken | the coffee machine is out of order | sorry, wrong chat | oops | nice | you are welcome | how are you |
    happy birthday | what's for lunch | did you see the game | I love you | are you a robot | write me a poem | what's the wifi password |
    reset my password | the meeting is at ten | bye | yes | no | maybe later | test | asdf | how many vacation days do I have left |
    let's go for a beer | call me | I'll be five minutes late | the stock market went up | who broke the build | merry christmas |
    the toilet light is broken | good morning everyone | hi all, I'm running late | the train is delayed again | lunch at noon? |
    who wants pizza | anybody up for coffee | can someone open the window | it's freezing in here | the heating is off | what a day |
    finally friday | see you on monday | enjoy your holiday | congratulations on the baby | welcome to the team | well done | amazing work |
    that's funny | haha | hmm | never heard of it | I agree | sounds good | fine by me | perfect, thanks | much appreciated | no worries |
    my bad | I was just testing | ignore that | sent by mistake | wrong window, sorry | this was for somebody else |
    who has the key to the meeting room | where do I park | is the elevator working | the printer on the second floor is jammed |
    out of paper again | can you order some pens | I need a new chair | my monitor flickers | my mouse is broken |
    the projector does not work | where is the first aid kit | who is on call tonight | what's the guest wifi | how do I get to the office |
    which floor is HR on | when is the next holiday | when do we get paid | how much is my salary | I want a raise |
    can I work from home tomorrow | how do I claim travel expenses | where do I hand in my receipts | I need a business card |
    when is the christmas party | who is organising the barbecue | did you watch the match | what's the score | is it going to rain |
    how cold is it outside | book me a flight to london | reserve a table for two | set an alarm for seven | remind me to call mom |
    play some music | translate this into german | what is the capital of france | how tall is the eiffel tower |
    tell me something interesting | do you like cats | are you human | who made you | you are stupid | you're the best | I'm bored |
    I'm hungry | I'm tired | my back hurts | I have a headache | get well soon | sorry to hear that | talk to you later | gotta go | brb |
    back in five | on my way | in a meeting | call you back in ten | let me think about it | I'll get back to you | who moved my cheese |
    the server room is too hot | the build is broken | production is down | the website is slow | did you deploy | merge my pull request |
    please review my code | the customer called again | can you join the call | the link does not open | send me the slides |
    where are the minutes | what's the agenda | can we move the meeting to three | who took my mug | the fridge smells |
    please clean the kitchen | the plants need water | what's new | long time no see | good luck | cheers | ciao | ok cool | yep | nope |
    sure | why not | what | huh | really? | wow | omg | ??? | hello? anybody home | 1234 | abc | qwerty | a joke please | sing a song |
    which bus goes downtown | is the shop still open | what did she say | that was quick | let's do that | count me in | I'm in | not today |
    maybe tomorrow | it depends | as you like | whatever | who has time | is anybody free tomorrow | give my regards to the team |
    happy friday everyone | can anybody recommend a dentist | ok will do | that's all for today | is the canteen open | my kid is sick |
    the wifi is slow again | who ate my sandwich | I need a break | do you have a minute | where are you | what should I cook tonight |
    can you give me a ride | haha nice one | who's bringing cake | is the vpn down | my headset stopped working | where can I park my bike |
    call a taxi | what's your favourite color | the meeting got moved to 3pm | do we have oat milk | when's the team lunch |
    good job everyone | let me check and come back to you | I'm running late | the keyboard is broken | who's in the ◇ | happy new year |
    do you have plans for the weekend | summarise this document | the train was late | water the plants | move the desk | is there coffee |
    my laptop is slow | that was fast | my chair squeaks | when is the all-hands | I'm stuck in traffic`,
};
