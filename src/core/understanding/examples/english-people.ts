import type { Examples } from './said';

/** What is said about somebody and what they have, in English. */
export const peopleInEnglish: Examples = {
  assign: `
    assign ◇ to ☺ | give ☺ a ◇ key | hand ☺ a ◇ seat | grant power ◇ to ☺ | give ◇ std to ☺ | set ☺ up with ◇ ent | allocate a ◇ to ☺ |
    issue an ◇ licence to ☺ | give our new colleague ☺ a power ◇ seat | ☺ gets one ◇ | ◇ to ☺ | ◇ goes to ☺ | assign ☺ a ◇ licence |
    give ◇ to ☺ and tell her | ◇ for ☺, please assign | allocate 16 cores of ◇ server ◇ std to ☺ | hand one ◇ seat to ☺ |
    assign project to ☺ | give ☺ a ◇ | ☺ starts on Monday, set her up with ◇ | ☺ should have ◇ | hand out a ◇ to ☺ | put ☺ on ◇ |
    please allocate one ◇ to ☺ | ☺ gets a ◇ seat | new hire ☺ gets ◇ | issue ◇ for ☺ | let ☺ have a ◇ | ◇ -> ☺ | add ☺ to ◇ |
    grant ☺ access to ◇ | ☺ just joined, assign ◇ | make sure ☺ has ◇ | I want to give ☺ the ◇ | ☺ gets a ◇ |
    Give ☺ the ◇ licence that is free | set ☺ up with an ◇ seat please | one ◇ for ☺, please hand it out | let ☺ in on ◇ |
    ☺ is our new analyst, provision ◇ for her | ☺ should get ◇ | allot ◇ to ☺ | provide ☺ with ◇ | ☺ needs to be given a ◇ seat |
    enable ◇ for ☺ | activate ◇ for ☺ | ☺ becomes a developer, assign him ◇ | sign ☺ up for ◇ | ☺ gets an ◇ as of monday | license ☺ for ◇ |
    issue ☺ the ◇ key | hand a ◇ key to ☺ | book a ◇ on ☺ | ◇ for ☺, approved already, please assign | allocate ◇ to ☺ | provision ◇ to ☺ |
    give ☺ a ◇ license | set ☺ up with ◇ | assign one ◇ to ☺ | ◇ for ☺ please, assign it | ☺ should receive an ◇ seat |
    ☺'s request was approved by phone, give him ◇ | new starter ☺, ◇ | ☺ switches to development, she gets ◇ | one ◇ for ☺`,
  reassign: `
    reassign ◇ from ☺ to ☺ | move ☺'s power ◇ to ☺ | transfer ◇ pro from ☺ to ☺ | hand ☺'s ◇ over to ☺ | give ☺'s ◇ licence to ☺ |
    switch the project licence from ☺ to ☺ | ☺ takes over ☺'s ◇ | ☺ gives ◇ to ☺ | move ◇ over from ☺ to ☺ | make ☺ the holder of ☺'s ◇ |
    ◇ from ☺ to ☺ | let ☺ have ☺'s ◇ | ☺'s ◇ should go to ☺ | ☺ needs ☺'s ◇ | change the ◇ holder from ☺ to ☺ |
    take ◇ from ☺ and give it to ☺ | take ☺'s ◇ and give it to ☺ | transfer ☺'s ◇ licence over to ☺ | move ☺'s ◇ ent to ☺ |
    transfer the ◇ from ☺ to ☺ | ☺ is on parental leave, please pass her Power ◇ seat on to ☺ | ☺'s ◇ sales goes to ☺ |
    ☺ left the team so take her project pro and give it to ☺ | move the ◇ from ☺ to ☺ | ☺ is leaving, ☺ takes over the ◇ | hand ☺'s ◇ to ☺ |
    give ☺'s ◇ to ☺ instead | ☺ should get the ◇ that ☺ has | ☺ left, so pass his ◇ on to ☺ | switch the ◇ seat of ☺ over to ☺ |
    take ◇ away from ☺ and give it to ☺ | swap ◇ from ☺ to ☺ | transfer ☺'s ◇ licence to ☺ please | ☺ is on leave, please give her ◇ to ☺ |
    from ☺ to ☺: ◇ | instead of ☺, ☺ uses ◇ from now on | ☺ leaves on friday, ☺ takes his ◇ | please swap the ◇ seat from ☺ to ☺ |
    ☺ inherits ☺'s ◇ | ◇: ☺ out, ☺ in | ☺ out, ☺ in for ◇ | ☺'s ◇ now belongs to ☺ | pass the ◇ seat from ☺ on to ☺ |
    shift ◇ from ☺ over to ☺ | ☺'s ◇ now goes to ☺ | ☺'s ◇ is to be used by ☺ from now on | replace ☺ by ☺ on ◇ |
    change owner of ☺'s project to ☺ | ☺ is leaving, give her ◇ to ☺ | swap ◇: ☺ out, ☺ in | hand over ◇ from ☺ to ☺ |
    ☺ no longer needs his ◇, ☺ can have it | let ☺ take over the ◇ of ☺ | transfer ☺'s ◇ seat to ☺ |
    ☺ gets a new job, her ◇ should be passed to ☺ | re-assign ◇ from ☺ to ☺ | ☺'s ◇ -> ☺ | move ◇ from ☺ to ☺ | give ☺'s ◇ to ☺ |
    ☺ hands ◇ over to ☺ | ☺ won't use ◇ this year, let ☺ have it meanwhile | ☺ and ☺ swap roles, so ☺'s ◇ goes to ☺ | pass ☺'s ◇ along to ☺`,
  remove: `
    remove ◇ from ☺ | take ☺'s power ◇ away | revoke ☺'s ◇ | ☺ no longer needs project | ☺ doesn't need ◇ ent any more | unassign ◇ from ☺ |
    take back the ◇ key from ☺ | get the ◇ licence back from ☺ | ☺ left the company, reclaim his ◇ | ☺ shouldn't have power ◇ any more |
    ☺ doesn't use ◇, take it back | remove ☺'s access to ◇ | ☺ can give ◇ back | ◇ back from ☺ | take ◇ away from ☺ |
    ☺'s ◇ needs to be taken back | take the ◇ off ☺ | ☺ no longer works here, take his ◇ back | ☺ has left, free up the ◇ | pull ◇ from ☺ |
    strip ☺ of the ◇ licence | ☺ doesn't need ◇ any more, please collect it | get the ◇ back from ☺ | ☺ must not have ◇ any longer |
    ☺ is leaving at the end of the month, reclaim her ◇ seat | we need to withdraw ◇ from ☺ | deprovision ☺ from ◇ |
    ☺ shouldn't be holding ◇ | cancel ☺'s ◇ seat | end ☺'s ◇ subscription | can you free the ◇ that ☺ is sitting on |
    please remove ☺ from ◇ | kick ☺ off ◇ | ☺ moved to another team so her ◇ should go back into the pool | ☺'s gone, take his ◇ back |
    ☺ quit. Please recover the ◇ seat he had | could you take the ◇ seat away from ☺ | ☺ has no use for ◇ anymore, pull it | drop ☺ from ◇ |
    free up the ◇ licence of ☺ | ☺ is on maternity leave, so collect her ◇ licence | revoke ◇ for ☺ |
    we're letting ☺ go, his ◇ has to come back | ☺ finished his internship, his ◇ goes back in the pool | revoek ◇ from ☺ |
    unasign the ◇ seat of ☺ | ☺ has to hand in ◇ | please make sure ☺ loses her ◇ | why does ☺ still have ◇? take it away | collect ☺'s ◇ |
    ☺ -> no more ◇ | need to get my ◇ key back from ☺ | end of contract for ☺, return his ◇ | ☺ was laid off, withdraw ◇ |
    ☺'s internship is over, take the ◇ | ☺ resigned, get his ◇ back | why does ☺ still have ◇, remove it | withdraw ◇ from ☺ |
    ☺ is gone, get ◇ back | ☺'s ◇ can be revoked | ☺ isn't using ◇, reclaim it | ☺ moved to HR and doesn't require ◇ | disable ◇ for ☺ |
    deactivate ☺'s ◇ | end ☺'s ◇ | ☺ left yesterday, please free his ◇ | delete the ◇ of ☺ | no more project for ☺ | recall the ◇ key ☺ has |
    ☺ doesn't sell any more, remove ◇ | ☺ must return ◇ | take ◇ from ☺ | ☺ doesn't need ◇ anymore | ☺'s ◇ can go | ☺'s gone, free up her ◇ |
    ☺ got promoted and doesn't draw anymore, collect ◇ | ☺ asked to be taken off ◇ | contract of ☺ ends today, ◇ back`,
  holdings: `
    what does ☺ have | which licences does ☺ hold | show ☺'s benefits | what has ☺ got | what is assigned to ☺ | list everything ☺ has |
    ☺'s licences | what licences are with ☺ | which benefits did ☺ get | does ☺ hold anything | check what ☺ has | everything about ☺ |
    what's ☺ using | ☺'s stuff | what software is ☺ using | list ☺'s keys | what did we give ☺ | what's with ☺ |
    show me everything ☺ is holding | Before ☺ leaves on the 30th I need a list of what she holds | what's in ☺'s name |
    everything that ☺ is holding | which licences are with ☺ | show me what ☺ got | ☺ is leaving, what do we have to take back |
    before ☺ leaves, list what she holds | benefits of ☺ | what is registered to ☺ | what has ☺ been given | look up ☺ |
    tell me what ☺ uses | ☺'s things | list of all that ☺ has | what is ☺ sitting on | anything assigned to ☺? |
    I'd like to see ☺'s benefits | what did ☺ get | list ☺'s entitlements | ☺ leaves tomorrow, what does he need to return |
    show me ☺'s account | which things did ☺ get from us | is ☺ holding any licences | ☺ leaves on friday, what must come back |
    give me a list of ☺'s licences | what's registered for ☺ | licences held by ☺ | what is in use by ☺ | ☺ - what does she have |
    what subscriptions are on ☺ | does ☺ have anything of ours | what does ☺ hold | what had ☺ on 30 June 2026 | overview of ☺'s software |
    what all is ☺ using | what's ☺ got | show ☺'s licences | list ☺'s stuff | ☺ is leaving tomorrow, what has he got |
    I need to know what ☺ holds | for the exit interview: ☺'s licences`,
};
