import type { Examples } from './said';

/** What asks for a command, in English. */
export const commandsInEnglish: Examples = {
  list: `
    what benefits do we have | what can I request here | show me everything that's available | what's on offer | list all the licences |
    what software do we have | which cloud services can I get | list ◇ subscriptions | any support benefits left | catalogue |
    what else could I get | give me an overview of all products | what kinds of licences exist | which tools does the company pay for |
    what does our partner membership include | list everything in software | show cloud |
    is there anything for developers, like ◇ subscriptions | what do you have | what have you got | what are my options |
    which products can be ordered | everything you've got | whats available | what else is there | which support offers do we have |
    what cloud things do we have | all software | show me ◇ subscriptions | what can i have as an employee here | list all the ◇ options |
    what else could I apply for | what is there | what can I have as an employee here | what do we offer | what can I ask for |
    show me the catalogue | everything that is available | let me browse | which perks do we get | what's in the membership |
    which software is there | what goodies are there | list all benefits | what microsoft things can we use | what do we get as partner |
    cloud offerings? | so what goodies come with our partnership | give me an overview of the offerings |
    which microsoft stuff am i entitled to | what's on the menu | everything on offer please | what subs do we have for devs |
    what do you offer | show me around the benefits | which microsoft products are we entitled to | what's in the pool |
    is there a list of things to request | what kind of stuff is available for me | give me the whole list |
    I want to see what we have before I ask | what other products could I use | are there any freebies for staff | what can i pick from |
    do you have a price list or catalog | what are employees allowed to request | which software licences can I request |
    got any desktop software | list of programs | any cloud subscriptions for us | what online services are included | show cloud benefits |
    what ◇ subscriptions can devs get | what support do we get from microsoft | list the support benefits | what do you have for us |
    what licences are available | can I see what's available | show all benefits | what software can I get |
    which cloud licences do you have | what about ◇ subscriptions, what's there | new here, what can I have |
    I'd like an overview of what the company gets from microsoft | is there anything else I could request`,
  mine: `
    what do I have | show my licences | which keys do I hold | where is my key | my benefits | what's assigned to me |
    list the stuff I've got | what keys have I been given | do I hold any licences | which of the benefits are mine |
    am I using any subscriptions | remind me what I got so far | what products are registered to me | can I see my keys again |
    overview of my licenses | my stuff | what's under my name | I lost my key, where do I find it | which software was I given |
    which licences am I holding | show me what's mine | what am I currently using | anything in my name | list my things |
    which ones do I own | what did I get | what do I own | my licences | which benefits have I received | where can I see my keys |
    show me everything I have | am I holding anything | do I have something | what have i got | remind me which licences are in my name |
    whats assigned to me rn | where do i find the key you gave me last month | Which subscriptions are assigned to me |
    need to fill in my asset form, what software did I get from you | have i still got any keys | anything registered under my account |
    what have I been given | which keys are mine | what am I using | where is my ◇ key | I lost my ◇ key | show me the key again |
    when do my things expire | which licences are in my name | list everything I hold | what did I get so far | find my key |
    do I already have ◇ | what keys have I been handed | do I hold anything at the moment | my benefits overview |
    where do i see my licence key | whats registered on me | show me everything I own | where do I see my product key | remind me of my key |
    the key you gave me, please show it again | what am i on the hook for | which of your licences do i use | I forgot what I have |
    list the licences assigned to me | what I currently hold | how many licences do I have | anything I should give back |
    my current subscriptions | what's mine | check my account, what do I have | I deleted the message with my key |
    need my license key again, reinstalling | pull up my benefits | do I own any keys | summary of what I was given |
    which stuff of yours do I have | do I currently have any licence | my keys | show my ◇ key again | licences on my name |
    what am I still holding | resend my key | did I ever get a licence from you | what's my licence key for ◇ | am I still on ◇ |
    could I see a list of what I was given | I'm leaving at the end of may, what do I have to return`,
  requests: `
    what did I ask for | where is my request | status of my requests | has my request been approved yet | any news about what I ordered |
    is my application still pending | show my open requests | did they approve it | how is my request going |
    when will I get what I asked for | is there an answer to my request | why does my request take so long | was my ◇ request approved |
    what's the state of my application for ◇ | still waiting for my ◇, any update | who has to approve my request | my pending requests |
    history of my requests | where are we with my order | what have I applied for | what's pending on my side | is my thing approved |
    did my request go through | has anyone looked at my request | list the requests I made | what happened to my ◇ request |
    how far is my request | any decision on my request yet | my open requests | status | request status | have they decided about my ◇ |
    which of my requests are still open | did anyone look at mine yet | i asked for ◇ last tuesday and haven't heard a thing |
    status of what i ordered | is my ◇ approved | what did I ask for again | wanted to check where my request for the ◇ seat stands |
    how much longer till somebody decides about my ◇ | show pending requests of mine | how much longer till somebody decides |
    where does my ◇ request stand | any news on my ◇ | is my ◇ approved yet | who is sitting on my request |
    still waiting for an answer about ◇ | has my request been seen | what became of the ◇ I asked for | I asked for ◇ last week, what now |
    why was I turned down | was I denied | when will I get the ◇ I asked for | status of my order | list what I have asked for |
    still no answer on my ◇ | was my application for ◇ turned down | has my boss decided | is there progress on my ◇ request |
    when do i hear back | has anybody decided | has my manager approved | when will I hear something | when is it decided | any answer yet |
    how long does approval take for mine | is there movement on my request | did anyone approve mine | how's my order coming along |
    requested ◇ three days ago, any progress | what's taking so long with my ◇ request | was I approved for ◇ |
    is my request stock somewhere | who is my request with | has ☺ decided on my request | I submitted something yesterday, did it arrive |
    which of my applications are pending | my manager said he approved it, what | do I have anything open with you |
    my request got rejected, why | still nothing on my ◇ key | when can I expect my ◇ | track my request | check on my request |
    how long until my ◇ is approved | is someone working on my request | what's the status on my ◇ | past requests of mine |
    any response yet | any update for me | has it been approved | what's up with my ◇ request | any word from ☺ on my request |
    it's been a week since I requested ◇ | did my ◇ request go through | who's got my request | is anything of mine still pending |
    how far along is my ◇ request | nobody answered my request so far | is ☺ still sitting on my request |
    I'd like to know if ◇ was granted | what did they say about my request | my project request seems stuck | where do I see my requests`,
  queue: `
    what is waiting for me | anything I need to approve | pending approvals | which requests are waiting for my decision |
    do I have approvals to do | show me what I have to approve | who is waiting for my | those approvals, show me | anybody waiting for me |
    show the approval que | which requests am i supposed to approve | anything to approve | who needs my ok |
    requests of others that sit with me | is there something I must decide | my approvals | what should I sign off | do people wait for me |
    open decisions | anything on my desk to approve | pending approvals please | am I holding anybody up | who do I need to answer |
    anything new to sign off on | my turn to approve? | who is waiting for my answer | what do I have to answer | whose requests are on me |
    what do I have to sign | anyone needs a yes from me | are there requests I should look at | show requests for approval |
    my team's requests | what has my team requested | what needs my attention as approver | which requests do I decide |
    list the ones I have to approve | anything new for approval | I got a mail that something needs approval, where |
    let me see what people want from me | open the approval queue | requests pending with me | I want to approve a request |
    whom do I keep waiting | do I have any approvals waiting | what's waiting on me | requests to approve | what's on my approval list |
    somebody told me their request is with me | do I have to decide anything`,
  away: `
    I'm on vacation next week | I'll be out of ◇ from Monday | out sick | going on parental leave | set me to away |
    Who can stand in for me while I'm on holiday | off next week, back on the 12th | I'm travelling tomorrow, ☺ decides for me |
    I won't be around until Thursday | gone fishing next week | I'm off from Monday, ☺ covers | on holiday till the 14th |
    set me to absent, ☺ is my stand in | I'm off next week | out of office tomorrow | on vacation until Monday | I'll be away |
    going on holiday, ☺ stands in for me | set me as away | I am sick today | ☺ decides for me while I'm gone | parental leave from May |
    not in for two weeks | travelling, please send my approvals to ☺ | out until the 5th | someone must cover for me next week |
    out until Friday | away till the end of the month | I am not here on Monday | somebody has to cover for me | not working this week |
    I'm taking next week off | annual leave starts tomorrow | out of ◇ until monday | I'll be gone for three weeks |
    ☺ will cover my approvals while I'm in ☺ | who replaces me when I am on leave | I am ill, others should decide |
    hand my approvals to ☺ for the week | I can't approve anything next week | going away for a few days | note that I'm absent on friday |
    ☺ from 3 to 7 june | during my trip ☺ decides | set an out of ◇ | I need a deputy for my approvals | on a business trip until thursday |
    I'm unavailable tomorrow | I'm OOO from tomorrow, ☺ takes over | on vacation until the 20th | away next week |
    I'll be on a plane all day tomorrow, ask ☺ instead | parental leave from 1 may to 31 july | I am out this afternoon`,
  back: `
    I'm back | I am back from holiday | back in the ◇ | I've returned from vacation | here again after my leave | back at my desk |
    vacation's over, you can send me requests again | vacation's over | I have returned from leave | you can send me requests again |
    no longer away | I'm at my desk again | ping me again from now on | end my absence | cancel my out of office |
    holiday is over, I decide again | feeling better and working again | here again after my trip | stop sending my approvals to my deputy |
    my deputy can stop now | stop the stand-in | send approvals to me again | I am here again | returned to work | I'm working again |
    vacation is done | my leave ended | back from sick leave | end my out of ◇ | turn off my absence | I can decide again |
    you can stop forwarding my requests to ☺ | I've come back early | got back to the ◇ | I am available again | recovered, back online |
    no need for a stand-in any more | I'm back in business | I'm back from PTO | sabbatical is over, I'm back at work |
    I'm here again, remove my stand-in`,
  link: `
    link my teams account | connect my Slack with Teams | how do I pair my accounts | I use both Slack and Teams, make it one account |
    I also write to you in Slack, it's the same me | I use Slack and Teams, please join the two accounts | link my other chat account |
    merge my profiles from the two chats | link my accounts | connect slack and teams | I use both chats | same person in teams |
    how do I join my two accounts | I have a code from the other chat | my slack and my teams account are the same | pair with teams |
    merge my profiles | tie my teams user to this one | how to link slack and teams | connect both of my accounts |
    recognise me on teams too | I want to use you from teams as well | pair this account with my slack |
    teams doesn't know me, only slack does | merge accounts | give me a link code | enter pairing code | I'm the same person in slack |
    I changed from slack to teams | add my teams account | join up my two identities | I wrote to you in teams before, this is me as well`,
  menu: `
    good morning | hi there | hello there | hi bot | hello | hey | good afternoon | hey there | show me the menu | what can I click | hi |
    ☺ | good evening | hello again | what's up`,
  help: `
    what can you do | how does this work | how do I use you | which commands are there | I need help |
    first time here, what are you able to do for me | how does this bot work | i have no idea how to use this thing |
    which commands do you understand | help me out here, what am I supposed to type | help | who are you | what should I type |
    I am new, show me around | explain yourself | I don't understand | commands please | can you walk me through this |
    which words do you know | what are you for | what can I ask you | how do I talk to you | instructions | i'm lost | list of commands |
    how do i get started | what do you understand | any documentation | what is this | I don't know what to do | teach me |
    show me how to use this | options | what kind of things can you do`,
  home: `
    take me home | go to the start page | show my overview page | back to the home page | dashboard | main page please | open home |
    my start page | the overview of everything about me | home screen | go home | home | main menu page | bring up the dashboard |
    my overview | front page | landing page | take me back to the start`,
};
