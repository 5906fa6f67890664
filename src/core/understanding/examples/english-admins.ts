import type { Examples } from './said';

/** What asks for a command about everybody and all there is, in English. */
export const adminsInEnglish: Examples = {
  tasks: `
    my tasks | what do I have to do | any open tasks | show the to-do list | what needs to be done in partner center | anything on my desk |
    what work is waiting in partner center | what should I set up next | anything for me to do | what's open | is there work for me |
    give me my to dos | what's on my to do list as an admin | which jobs in partner center do I still have to carry out |
    What do I need to get done before the weekend, any tasks overdue | which jobs do I still have to carry out |
    what is left to set up in partner center | open tasks | what work is waiting for the admins | what do I have to set up | to do list |
    anything left to do | what has to be done in the portal today | show me the work | what is still unfinished | list open jobs for admins |
    what is there to provision | jobs for the admins | what needs provisioning | admin work left | open jobs |
    what's left for the admins to do | which assignments do I still have to carry out | show admin tasks |
    what do I need to do in the portal | any provisioning to do | is there something for me to set up | what jobs are waiting |
    which approved requests need setting up | what must be done | anything overdue | what's in my work list | my to do's |
    what still needs to be assigned in partner center | list the work | is anything unfinished | any tasks for me |
    what's pending in partner center | what should I take care of next | anything I need to provision`,
  stock: `
    how is our stock | inventory | what is running low | how many keys are left in total | show stock levels | do we run out of anything |
    overview of what is given out and what is free | how many of everything are left | do we need to buy more | stock overview |
    which benefits are nearly used up | stock levels for the whole membership | how much is left of everything | what are we running out of |
    which benefits are almost gone | stock levels | how many keys are free | remaining quantities | inventory please |
    do we have to buy more of anything | what is used up | overview of what is left | which pools are nearly empty |
    how are we doing on licences | how much have we used up | what's left in the pool overall | are there enough licences | show quantities |
    which licences are scarce | which ones are nearly empty | how full are we | what can still be given out |
    numbers of free and used licences | availability of everything | which benefits are exhausted | what should we reorder |
    used ◇ available | do we have enough seats for five new people | counts per product | remaining units per benefit |
    how many licences do we have left overall | what's low | stock | give me an overview of what we have left | anything we should buy soon |
    how do the quantities look`,
  people: `
    who is everybody | show all people | list users | who works here | employee list | add a new colleague | who can use this |
    show me the staff | who's in the team | show me the list of people | staff list | list the people | who is in the system |
    show all colleagues | add somebody new | everybody you know | I want to add a colleague | register a new employee | directory please |
    show the staff list | onboard a new colleague | who has access to this | show me all employees | list of approvers | who's an admin |
    which people are in the system | who are the approvers | user overview | I need to add someone new | who do you have on file |
    make somebody an approver | change somebody's role | all the staff | how many people are registered | add a person`,
  report: `
    show me the report | how is the membership used | usage statistics please | how well are the benefits used this year |
    give me the numbers for management | what did we save with the membership | who approves how fast |
    how long does it take from asking to having | statistics | show the figures | which benefits are idle | monthly report please |
    charts of the usage | I need figures for the board | what is our utilisation | monthly stats | how many requests did we have last month |
    how quickly do we answer requests | usage in the last quarter | management summary | show me the kpis |
    how much money do we waste on unused licences | what is not being used | charts | key figures of the membership |
    how well do we use what we pay for | numbers of this month | report for september | overview of how the benefits were used |
    a summary for my boss | statistics on approvals | trend of the last weeks | how did we use our benefits last quarter |
    figures for the partner review`,
  calendar: `
    what expires soon | when does our membership end | show the calendar | upcoming expirations | what runs out this quarter |
    which benefits end next month | renewal dates | when is the next renewal | list all expiry dates | what is about to expire |
    deadlines ahead | anything ending this month | what has to be activated before a date | which licences lapse in december |
    expiry overview | when do we have to ☺ | what will we lose and when | end dates of everything | when does the partner package run out |
    until when are our benefits valid | ☺ to watch | what do we lose at the end of the year | when's the renewal due`,
  policy: `
    who decides what | who has to approve a request | which requests need approval | how does the approval process work |
    do I need my manager's approval | who signs off on ◇ | what are the rules for requests | show the policy | approval policy |
    who can say yes to a ◇ request | is approval needed for ◇ | why does it need an approval | what happens after I request something |
    how many approvals are required | which rules apply to expensive licences | who's responsible for approving software |
    what needs approval and what doesn't | explain the approval rules | who is my approver | are there limits on how much one can request |
    what's the process for getting a licence approved | who approves requests in engineering | does my boss have to approve ◇ |
    what are the rules if I want ◇`,
  differences: `
    what does the portal say differently | where do we differ from the portal | show the differences with Visual Studio portal |
    reconcile with the portal | does the portal agree with our list | mismatches with Microsoft |
    who is assigned in the portal but not here | compare with Microsoft's portal | anything that does not match the portal |
    discrepancies please | open differences | are there differences left to settle | does our list agree with ◇ portal |
    who is in the portal but not with us | show what differs | portal mismatch | check against the portal export |
    sync problems with the ◇ portal | any deviations from microsoft's list | what's inconsistent |
    subscriptions in the portal we don't know about | unresolved differences | reconcile ◇ subscribers |
    people assigned in the portal who left`,
  ledger: `
    show the ledger | audit trail | is the ledger intact | proof for the auditor | was anything tampered with | show me the audit log |
    verify the chain | what is in the audit record | auditor is here, I need the record | who did what, the log | is the record sealed |
    check that nothing was rewritten | show me the log of changes | is our history trustworthy | verify the ledger | audit log |
    who changed what | the auditor wants to see the records | has the chain been broken | is everything sealed |
    prove that nothing was altered | when was the ledger last checked | history of all actions | say what happened after the restore |
    we restored a backup`,
};
