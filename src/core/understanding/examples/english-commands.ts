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
    which microsoft stuff am i entitled to | what's on the menu | everything on offer please | what subs do we have for devs`,
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
    where do i see my licence key`,
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
    when do i hear back | has anybody decided | has my manager approved | when will I hear something | when is it decided |
    any answer yet | how long does approval take for mine`,
  queue: `
    what is waiting for me | anything I need to approve | pending approvals | which requests are waiting for my decision |
    do I have approvals to do | show me what I have to approve | who is waiting for my | those approvals, show me |
    anybody waiting for me | show the approval que | which requests am i supposed to approve | anything to approve | who needs my ok |
    requests of others that sit with me | is there something I must decide | my approvals | what should I sign off |
    do people wait for me | open decisions | anything on my desk to approve | pending approvals please | am I holding anybody up |
    who do I need to answer | anything new to sign off on | my turn to approve? | who is waiting for my answer | what do I have to answer |
    whose requests are on me`,
  tasks: `
    my tasks | what do I have to do | any open tasks | show the to-do list | what needs to be done in partner center |
    anything on my desk | what work is waiting in partner center | what should I set up next | anything for me to do | what's open |
    is there work for me | give me my to dos | what's on my to do list as an admin |
    which jobs in partner center do I still have to carry out | What do I need to get done before the weekend, any tasks overdue |
    which jobs do I still have to carry out | what is left to set up in partner center | open tasks | what work is waiting for the admins |
    what do I have to set up | to do list | anything left to do | what has to be done in the portal today | show me the work |
    what is still unfinished | list open jobs for admins | what is there to provision | jobs for the admins | what needs provisioning |
    admin work left | open jobs`,
  stock: `
    how is our stock | inventory | what is running low | how many keys are left in total | show stock levels | do we run out of anything |
    overview of what is given out and what is free | how many of everything are left | do we need to buy more | stock overview |
    which benefits are nearly used up | stock levels for the whole membership | how much is left of everything |
    what are we running out of | which benefits are almost gone | stock levels | how many keys are free | remaining quantities |
    inventory please | do we have to buy more of anything | what is used up | overview of what is left | which pools are nearly empty |
    how are we doing on licences`,
  people: `
    who is everybody | show all people | list users | who works here | employee list | add a new colleague | who can use this |
    show me the staff | who's in the team | show me the list of people | staff list | list the people | who is in the system |
    show all colleagues | add somebody new | everybody you know | I want to add a colleague | register a new employee | directory please |
    show the staff list | onboard a new colleague`,
  away: `
    I'm on vacation next week | I'll be out of ◇ from Monday | out sick | going on parental leave | set me to away |
    Who can stand in for me while I'm on holiday | off next week, back on the 12th | I'm travelling tomorrow, ☺ decides for me |
    I won't be around until Thursday | gone fishing next week | I'm off from Monday, ☺ covers | on holiday till the 14th |
    set me to absent, max is my stand in | I'm off next week | out of office tomorrow | on vacation until Monday | I'll be away |
    going on holiday, ☺ stands in for me | set me as away | I am sick today | ☺ decides for me while I'm gone | parental leave from May |
    not in for two weeks | travelling, please send my approvals to ☺ | out until the 5th | someone must cover for me next week |
    out until Friday | away till the end of the month | I am not here on Monday | somebody has to cover for me | not working this week`,
  back: `
    I'm back | I am back from holiday | back in the ◇ | I've returned from vacation | here again after my leave | back at my desk |
    vacation's over, you can send me requests again | vacation's over | I have returned from leave | you can send me requests again |
    no longer away | I'm at my desk again | ping me again from now on | end my absence | cancel my out of office |
    holiday is over, I decide again | feeling better and working again | here again after my trip |
    stop sending my approvals to my deputy | my deputy can stop now | stop the stand-in | send approvals to me again | I am here again`,
  link: `
    link my teams account | connect my Slack with Teams | how do I pair my accounts | I use both Slack and Teams, make it one account |
    I also write to you in Slack, it's the same me | I use Slack and Teams, please join the two accounts | link my other chat account |
    merge my profiles from the two chats | link my accounts | connect slack and teams | I use both chats | same person in teams |
    how do I join my two accounts | I have a code from the other chat | my slack and my teams account are the same | pair with teams |
    merge my profiles | tie my teams user to this one`,
  menu: `
    good morning | hi there | hello there | hi bot | hello | hey | good afternoon | hey there | show me the menu | what can I click`,
  help: `
    what can you do | how does this work | how do I use you | which commands are there | I need help |
    first time here, what are you able to do for me | how does this bot work | i have no idea how to use this thing |
    which commands do you understand | help me out here, what am I supposed to type | help | who are you | what should I type |
    I am new, show me around | explain yourself | I don't understand | commands please | can you walk me through this |
    which words do you know`,
  report: `
    show me the report | how is the membership used | usage statistics please | how well are the benefits used this year |
    give me the numbers for management | what did we save with the membership | who approves how fast |
    how long does it take from asking to having | statistics | show the figures | which benefits are idle | monthly report please |
    charts of the usage | I need figures for the board | what is our utilisation`,
  differences: `
    what does the portal say differently | where do we differ from the portal | show the differences with Visual Studio portal |
    reconcile with the portal | does the portal agree with our list | mismatches with Microsoft |
    who is assigned in the portal but not here | compare with Microsoft's portal | anything that does not match the portal |
    discrepancies please | open differences | are there differences left to settle`,
  ledger: `
    show the ledger | audit trail | is the ledger intact | proof for the auditor | was anything tampered with | show me the audit log |
    verify the chain | what is in the audit record | auditor is here, I need the record | who did what, the log | is the record sealed |
    check that nothing was rewritten`,
  home: `
    take me home | go to the start page | show my overview page | back to the home page | dashboard | main page please | open home |
    my start page | the overview of everything about me | home screen`,
};
