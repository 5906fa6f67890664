import type { Examples } from './said';

/** What is said about a benefit, in English. */
export const benefitsInEnglish: Examples = {
  ask: `
    I need a ◇ key | assign me a ◇ key | give me the ◇ seat | provide me with ◇ | need ◇ ent | can I get ◇ |
    could I have a licence for MS Project | I'd like a ◇ pro subscription | order a ◇ seat for me | gimme ◇ std | may I get access to ◇ |
    I want to use ◇ | looking for an ◇ key | requesting ◇ business premium | i need 4 ◇ server ◇ | how do I get a ◇ enterprise sub |
    we need a ◇ server licence for the new intranet | my laptop needs ◇ | sign me up for power ◇ pro |
    I'm going to need project professional soon | is it possible to get an ◇ | would it be ok if I got a ◇ for business server key |
    hook me up with ◇ | need ◇ | can i have ◇ enterprize | request ◇ | i want ◇ enterprise | could I get powr ◇ | need the ◇ server |
    give me a micosoft ◇ seat | I would like a licence for ◇ professional | need some hours of ◇ consultation |
    I need to open a support ◇ with Microsoft | we'd like a server ◇ key for the old machine | give me ◇ id ◇ | get me a key for ◇ server ◇ |
    request ◇ for ☺ | ☺ needs a power ◇ licence | can ☺ get ◇ | I'd like to request a ◇ for ☺ | order ◇ pro for ☺ | ◇ | one ◇ seat |
    ◇ ent key | any spare ◇ licence for me | my ◇ is not activated, can you help me with a ◇ key |
    trial of ◇ is over, what now? I need the real one | new machine, needs ◇ and a key | anyone who can give me ◇ | where can I get power ◇ |
    how can I obtain a ◇ enterprise licence | get me set up with ◇ | I have to draw network diagrams, so ◇ it is |
    I start as a developer on monday and need ◇ pro | boss says I should get ◇ | time to upgrade to ◇, key |
    is there a chance to get a project licence this week | I don't have ◇ yet but need it | would love to try ◇ |
    my ◇ server asks for a product key | can we have two more ◇ server ◇ | i'll need ◇ for a poc | send me the key for ◇ server |
    wanna have ◇ | ◇ for me | ◇ std | Need a mircosoft ◇ license | can i get a ◇ enterprise subscription | i ned power ◇ |
    getting an ◇ server key - possible | I need ◇ for my new hire ☺ | Would it be possible to have one more ◇ seat |
    I'd be happy about a ◇ licence | my colleague told me I can get ◇ here | Where do I sign up for power ◇ | put me down for a ◇ seat |
    I have no ◇ licence | activate ◇ for me | it would be great to have ms project | add me to power ◇ | reserve a ◇ pro for me |
    my ◇ is used up, can I get more | do you have a ◇ key for me | may we open a Microsoft support case | ◇?? need it | ◇ key |
    my trial of ◇ runs out on friday, can i get a proper licence before | im building a test lab and need ◇ server ◇ std, 16 cores |
    Reimaged my laptop yesterday and now it nags me about activation. I'd need a ◇ Enterprise key | gimme ◇ ent | ◇ seat for me |
    I started in the data team this week and they told me I need power b i could you get me one |
    I need to open a case with Microsoft about a broken cluster, can I use one of our support ◇ |
    who do I have to bribe to get a ◇ sales license lol | can't open the .vsdx file the architect sent me, I need ◇ |
    we're setting up a farm on prem, please get me the ◇ server key |
    Would it be possible to book a few hours of ◇ consultation for the Nordwind deal |
    i want ◇ on the machine in the lab that has no internet | ◇ plz, have to test conditional access |
    ◇ needed, my users cant log on to the terminal server anymore | need the business premium thing for testing in my own tenant |
    sort me out with system center? monitoring is blind | customer migration kicks off in May and we need an ◇ subscription for it |
    ◇ enterprse key | Our intern ☺ starts Monday, I'd like to ask for an ◇ seat on her behalf |
    order ◇ for ☺, she's the one drawing the network plans | I'm asking on behalf of ☺, who needs a ◇ server std licence | I need ◇ |
    please give me ◇ | can I get a ◇ | our intern ☺ starts on Monday and needs ◇ | I'm asking on behalf of ☺ for a ◇ | I want ◇ |
    how do I get ◇ | could I have one ◇ | my new laptop needs ◇ | I am missing ◇ | we need 3 ◇ | got a ◇ for me | order ◇ |
    I'd like to apply for ◇ | would it be possible to use ◇ | for the project I need ◇ | ◇ please | ☺ on my team would like a ◇ |
    ☺ asked me to order a ◇ for him | could I get ◇ for ☺, she joins next week | need ◇ for my colleague ☺ |
    how would I go about getting a ◇ seat | my VM asks for a ◇ key | ◇ seat still free for me? | I could really do with ◇ |
    any ◇ going spare | lend me a ◇ | ◇, por favor | ◇ licence pls, project kickoff tomorrow | could somebody sort me out with ◇ |
    my trial of ◇ ran out, can I get the real one | setting up a new ◇ box, which key do I use? need one |
    need consulting hours for a migration | ◇ for the security rollout | we would like ◇ for the lab | wnat ◇ | requset ◇ |
    ☺ has no ◇ yet, could she get it | for ☺: one ◇ | my new thinkpad came with home edition, the company image needs ◇ |
    ◇ says "not genuine" since this morning, may I have a key for the enterprise edition | any way I could get an activation key for ◇ |
    I've been asked to document the network so ◇ would help a lot | sort me out with ◇ | What would it take to get ◇ on my machine |
    mind giving me ◇ | I manage the ☺ rollout from May on and am supposed to use ◇ | am I eligible for ◇? if so I'd take one |
    we're spinning up a staging ◇ and are short of a ◇ key | ◇ licence required for the new reporting box |
    joined finance, they all use ◇, me too | would appreciate a ◇ licence | can't publish my dashboard without ◇, help |
    everyone in my team has ◇ except me, can I have it as well | ◇ would save me hours. how do i apply |
    starting dev work tomorrow, ◇ sub needed | my ◇ expired, I'd like a new one |
    the free community edition isn't allowed for us, so ◇ it has to be | looking to get ◇ on the offline pc |
    word and ◇ for the lab machine please, ◇ | my mailbox isn't there yet, I was told I need an ◇ licence |
    need an ◇ account to test something | Could we try out ◇? one seat would do | conditional access testing -> need ◇ |
    sales demo on thursday, ◇ access wanted | I'd like some ◇ to play with openai stuff | how can i get my hands on ◇ |
    our project needs the ◇ | two new hosts arrived, both need ◇ | issue me a ◇ licence | old hardware, won't run ◇, so ◇ |
    remove workers can't log in because we ran out of ◇, need 5 | I'm rebuilding the ◇, ◇ key needed | ◇ on-prem key, where from |
    give the build team a ◇ key | want to deploy ◇, get me the ◇ key |
    production ◇ crashed, we want microsoft to look at it, please open an ◇ | is it ok if I use up one ◇ for a licensing bug |
    need a microsoft ◇ for an architecture review, ◇ | could I book five hours of ◇ | ☺ asked me to get him a ◇ licence |
    my colleague ☺ would like ◇, please file it for her | requesting ◇ for ☺ | I need a ◇ for ☺, he can't log in yet |
    ◇ for ☺ please, she's out of ◇ | ☺ wants ◇, can you ask on her behalf | request an ◇ for ☺ |
    I just got a new ☺ and need ◇ activated (enterprise | My VM is asking for a ◇ key, could you send one |
    get us a ◇ standrad licence for the ERP migration | ◇ needed for process ◇ | I'd be grateful for a ◇ seat until end of Q3 |
    who can give me ◇ | what about getting me ◇ | Could I pls get ◇? need to share a report w/ the client |
    Is it too late to ask for a ◇ licence | everyone's raving about ◇ can I get in on it | I'm supposed to have ◇ but it says no licence |
    our demo tenant needs 1x ◇ | need ◇ for ◇ to test ◇ | ◇ access for me | running out of money in my ◇ sandbox, any ◇ left for me to use |
    we'd like to apply for the ◇ for project ☺ | my old ◇ licence ran out, please give me enterprise | ◇ sub for a contractor laptop |
    could we have 16 cores of ◇ | 3 ◇ for the ◇ | I need a product key for ◇ | key for ◇ | ◇ licence needed | sys center key |
    we still run ◇ for business, need its key | give me an ◇ key for the machine w/o internet | How can I raise a ◇ |
    we have a sev A outage and need MS support | can we use some of the ◇ for the ☺ bid |
    IT replaced my mainboard and now ◇ lost its activation, what can I do |
    The auditors want an org chart by friday and I only have ◇, ◇ would be better | PMO insists on .◇ files so I guess I need Project |
    dev ◇ is on express and hits the 10gb limit, can we get a proper ◇ licence | got a "you need a Pro license" message in ◇ |
    any free ◇ seat for a curious intern | teams says my account has no licence, i think ◇ is what's missing |
    moving to inside sales tomorrow so I'll have to get into ◇ | may I swap my ◇ for an enterprise subscription |
    i'd take an ◇ licence if there's one left | our ◇ hybrid is broken since the last CU, can ◇ us |
    legacy app only supports ◇, one licence would be enough | top up my ◇ | what do I have to do to get ◇ |
    would like to talk to a ◇ before we roll out intune, do we have ◇ | ☺ has to draw the racks, get her ◇ | ☺ was asking for ◇`,
  show: `
    show ◇ | what is ◇ server | tell me about power ◇ | how many ◇ licences are left | do we have ◇ server | do we still have any ◇ keys |
    is there any ◇ seat free | details on ◇ | when does the ◇ run out | how do I install ◇ | is ◇ available | info about system center |
    ◇ ent | ◇ sales | ◇ | what do we hold of ◇ | ◇: how many are free | how many ◇ seats are there | are any ◇ seats unassigned |
    what's included in ◇ business premium | until when is ◇ valid | does the company own system center | ◇ availability |
    what version of ◇ server do we have | what's included in business premium | tell me more about the ◇ consultation hours |
    remove desktop ◇ details | how does the ◇ subscription work | tell me about ◇ | what is ◇ | details of ◇ | how many ◇ are left |
    when does ◇ expire | do we have ◇ | what is included in ◇ | who approves ◇ | info on ◇ | can you show ◇ | what does ◇ cost |
    is there a ◇ left | how long is the ◇ licence valid | any ◇ seats left over | what do I need to know before installing ◇ |
    is ◇ something we have | how much ◇ credit is left | how much of ◇ is left | how many ◇ do we have |
    what should I know before I install ◇ | whats ◇ good for | can u show me the ◇ page | how many cores of ◇ do we own |
    until when can I use the ◇ | ◇? | do we own ◇ | how many ◇ can still be given out | what version of ◇ is it | is ◇ bit |
    what do I need to know before requesting project | what's the difference between ◇ and free | ◇: how many seats remain |
    what does ◇ need | any ◇ seats unassigned | read me the details of ◇ | what comes with ◇ | till when is the ◇ valid |
    where's the download for ◇ | which edition of ◇ do we have | installation instructions for ◇ | is ◇ something we get |
    how many cores of ◇ are unused | does ◇ include access | how long can we use ◇ | is ◇ for production use |
    how much ◇ is there per month | how many ◇ have we got left this year | how does the ◇ work | what's ◇ |
    did microsoft send the key for ◇ yet | what are ◇ for | info on ◇ id ◇ | whats in ◇ | got any ◇ licences | how does ◇ work here |
    what's the ◇ licence good for | how many ◇ left | ◇ seats | where can I download ◇ | ◇ - what do I get with it | does the ◇ roll over |
    do we have ◇ left | when does project expire | who is ◇ meant for | is ◇ already sold out | which cores does the ◇ licence cover |
    what counts as a ◇ | are there still ◇ subs to have | I have a key for ◇, how do I enter it`,
  return: `
    return ◇ | I want to give back my ◇ licence | I don't need project anymore | done with power ◇ | you can have my ◇ server key back |
    take back my ◇ seat | I'm not using ◇ enterprise any more | hand in ◇ | ◇ is no longer needed | I'd like to hand back ◇ pro |
    giving back ◇ | release my ◇ | we stopped using ◇, you can have it back | I finished my work with project, somebody else may use it |
    my ◇ licence is just lying around, take it | ◇ not needed | I switched to another tool and won't use power ◇ any longer |
    here is my ◇ seat back | I'm leaving the sales team, so ◇ can be freed up | project is over, no need for ms project |
    release the ◇ server ◇ licence I hold | no longer need ◇ | got rid of my old machine, ◇ licence is free again | i quit using ◇ |
    no more ◇ for me | Take my ◇ away, I don't code | ◇ server: not required any more | take ◇ back from me |
    I accidentally took project, don't need it | My ◇ is not used | cancel my ◇ seat, I don't use it |
    you may reassign my ◇ to someone else | drop my power ◇ | unsubscribe me from ◇ | remove me from power ◇ | end my ◇ pro subscription |
    I no longer use ◇, somebody else can have it | Moving to marketing next month so I won't be needing ◇ Enterprise any more |
    take my ◇ seat back i never open it | got moved to another tenant so my ◇ is useless now, please free it up |
    I've still got a ◇ sales seat that I haven't touched since the demo in January, feel free to reclaim it |
    the sandbox is finished so you may stop my ◇ and let the next person use it | no use for system center here any longer |
    I am done with ◇ | you can have my ◇ back | I've not touched ◇ for months, take it | feel free to reclaim my ◇ |
    my ◇ can go to somebody else | I switched teams, so I do not need ◇ | I still have a ◇ that I never use |
    project is over, here is the ◇ back | don't need the ◇ now | please take ◇ off my account | I'm leaving, take back my ◇ |
    let somebody else have my ◇ | my laptop died so the ◇ key is free again | I'm not a heavy ◇ user, somebody else should have it |
    off-boarding myself: here is my ◇ | I barely open ◇ these days so have it back | give ◇ back | remove ◇ from me | take ◇ away from me |
    I do not need the ◇ key any longer | I no longer need ◇ | the job is done, ◇ back to you | hereby I return ◇ |
    pls deactivate my ◇, not using it | i won't be needing ◇ | ◇ can go, I'm through with my ◇ | feel free to take ◇ off me |
    Haven't started ◇ since summer. Please put it back in the pool | my ◇ is up for ☺ | we delivered, so ◇ isn't required |
    i switched to tableau, ◇ is free | revoke my own ◇ | i keep ◇ switched off anyway, give it to whoever needs it | opting out of ◇ |
    how do I get rid of my ◇ seat | changing to a management role, no need to keep ◇ | surrendering my ◇ | my ◇ sub isn't in use |
    i got ◇ now so the professional one can be collected | decommissioned the ◇, its ◇ key is available again |
    the ◇ was retired, handing its licence back | wiped the pc, the ◇ key may be reused |
    ◇: removed from my machine, please take the licence back | my ◇ seat is redundant | ◇ seat not needed by me anymore |
    poc is done, I don't need the ◇ | ◇ testing finished, releasing it | take ◇ back | farm has been shut down, returning ◇ |
    its my last week here so take my ◇ | i can give up ◇ | won't be doing any planning any more so you can take project back | handing in ◇ |
    take away ◇ from my account | I've no use for the ◇ licence | I'd like to hand back my ◇ (enterprise |
    The ◇ box got switched off, key's yours again | returning the ◇ key, laptop went back to IT | ◇ can be freed up, I moved to ◇ |
    i have ◇ since ◇ and used it twice, so take it | my reports got migrated, so I can let ◇ go | trial of ◇ over for me, not convinced |
    sold the old laptop, its ◇ key is unused | leaving for parental leave, so please park my ◇ with somebody else |
    duplicate ◇ on my account, take one back | project cancelled -> ◇ licence back to pool | I don't do PM work any longer, project's yours`,
  cancel: `
    cancel my request | cancel my ◇ request | withdraw my request for ◇ | never mind the power ◇ request |
    I changed my mind about the request for project, drop it | forget my request | I asked for ◇ by mistake, please undo |
    stop my request for ◇ | i don't want the ◇ I requested | scrap my application for project, I found a spare | forget the ◇ i asked for |
    can I still pull back my request | don't bother with my ◇ request any more, my manager got me one elsewhere | forget the ◇ I asked for |
    don't bother with my ◇ request | I changed my mind about the ◇ | never mind the ◇ | scrap my ◇ application | please drop the ◇ request |
    the ◇ I requested is not needed after all | no need to process my ◇ request | take back my request | cancel what I asked for yesterday |
    I don't want the ◇ I requested any more | stop my request | pull my ◇ order | I no longer want the ◇ I applied for, cancel it |
    please withdraw what I requested | undo my ◇ request | I asked for ◇ by mistake | ignore my ◇ request |
    I won't need the ◇ I applied for | retract the ◇ request | ◇: please don't process what I submitted | kill my request for project |
    the ◇ request was a mistake | I ordered the wrong ◇, undo that | hold off on my ◇ request, not needed | take back my application for ◇ |
    I want to withdraw my request | delete the request I just made | abort my last request | oops wrong product, cancel that request |
    no longer interested in the ◇ I asked for | void my ◇ order | remove my pending request for ◇ |
    Got ◇ from elsewhere, so the request can be closed | cancel ◇ request | changed my mind on ◇, cancel the request |
    I don't need the ◇ I requested anymore | cancel it please, the request from this morning | drop my project request |
    found a free tool, so skip my ◇ request | you can close my ◇ request | reverse the request for ◇, it was filed by mistake |
    my last request was nonsense, remove it`,
  holders: `
    who has ◇ | who is using the ◇ server key | which people have power ◇ | who holds ◇ ent | who's got ◇ | who did we give project to |
    who's on ◇ | who are the people with power ◇ | list everyone who has ◇ | ◇: who has it | who currently uses a ◇ server ◇ key |
    has anybody got project | who do I ask to get back a ◇ | who all has ◇ | names of people with ◇ server |
    which people are using our ◇ seats | I need the names of everybody with a ◇ Enterprise subscription | who is sitting on ◇ |
    d'you know who took the last ◇ key | who is using ◇ | which people have a ◇ | whose ◇ is it | everybody with ◇ | is anybody using the ◇ |
    who got the last ◇ | where did all the ◇ go | list the owners of ◇ | who is on ◇ at the moment | to whom did we give ◇ |
    name everyone who has ◇ | which colleagues sit on a ◇ seat | who did the ◇ seats go to | list everyone holding ◇ | Who has a ◇ licence |
    who holds ◇ | who had ◇ | who held a ◇ licence | which people sit on a ◇ seat | whos got ◇ rn | Can you tell me which of us are on ◇ |
    need the names of ◇ users | is the ◇ key with somebody | who do we have on ◇ these days | which of us are on ◇ | names of the ◇ users |
    is the ◇ with somebody | who are the ◇ people | ◇ users | who all uses ◇ | in whose hands are the ◇ licences |
    who owns the project licences | find out who has project | ◇ - who's on it | to whom are the ◇ seats assigned | who uses ◇ | who got ◇ |
    how many people use ◇ and who | list ◇ subscribers | which developers have ◇ | who took the ◇ keys | which colleagues were given ◇ |
    show all ◇ users | who occupies ◇ seats | who works with ◇ | does anyone have ◇ | who had ◇ on 1 May 2026 |
    who was using ◇ last december | who currently has ◇ | show everyone with ◇ | list of people with ◇ | who's using our ◇ key |
    who did we assign ◇ to | for the audit: who has ◇ | give me the ◇ user list | I'd like to know which colleagues have ◇ |
    which people occupy an ◇`,
};
