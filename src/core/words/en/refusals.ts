import type { Refusal } from '../../refusal';
import { day, list } from './format';

/** One sentence for each way of saying no, with the facts of that way. */
export type Refusals = { [W in Refusal['why']]: (facts: Extract<Refusal, { why: W }>) => string };

/** English. */
export const refusals: Refusals = {
  'already-asked': ({ benefit }) =>
    `You have already asked for ${benefit}. Type “requests” to see who it waits for.`,
  'already-answered': () => 'You have answered this already. Others still have to; everybody answers once.',
  'already-decided': () => 'This has already been decided.',
  'answered-in-place': ({ person }) => `${person} has answered in your place already.`,
  'asked-already': ({ person }) =>
    `${person} may decide this, but is asked already, and cannot answer for two. Please choose another colleague who approves.`,
  'bad-absence': () => 'Please choose a last day that is not before the first one, and not in the past.',
  'bad-code': () =>
    'This code does not fit, or its ten minutes are over. Type “link” in the chat in which you usually decide, and type the new code here.',
  'code-elsewhere': () => 'Please type the code in the other chat: here it proves nothing.',
  'link-has-things': ({ person }) =>
    `The account here belongs to ${person}, who holds or has asked for something under it. Please ask an admin to name both accounts in the people file.`,
  'concerns-them': ({ person }) =>
    `${person} asked for this or will have it, and nobody decides that for themself. Please choose another colleague who approves.`,
  'is-oneself': () => 'That is you. Please choose another colleague who approves.',
  'may-not-decide': ({ person, may = [] }) =>
    may.length === 0
      ? `${person} does not approve requests, and may not decide this. Please choose a colleague who does.`
      : `${person} may not decide this. Please choose one of these: ${list(may)}.`,
  'all-asked-already': () => 'Everybody else who may decide this is asked already.',
  'nobody-to-hand-to': () => 'Nobody else may decide this just now, so it stays with you.',
  'not-asked': ({ waitsFor }) =>
    waitsFor.length === 0
      ? 'The rules ask others about this, not you.'
      : `The rules ask others about this: it waits for ${list(waitsFor)}.`,
  'only-less': ({ most }) =>
    `You can approve less than was asked for, from 1 to ${most}, where it can be divided.`,
  'policy-refuses': ({ benefit, reason }) => `The rules do not allow ${benefit} here: ${reason}`,
  'reason-too-short': ({ least }) => `To decide alone, please give a reason of at least ${least} characters.`,
  'reminded-today': () => 'Those who decide were reminded today already. You can remind them again tomorrow.',
  'too-many-codes': () =>
    'Too many codes did not fit. Please try again in an hour, or ask an admin to name both accounts in the people file.',
  'taken-back-often': ({ times }) =>
    `${times} of your requests were taken back today, and each had been sent to those who decide. Please ask again tomorrow.`,
  'too-many-today': ({ most }) =>
    `You have asked ${most} times today, which is as often as the rules allow. Please try again tomorrow.`,
  'changed-meanwhile': () =>
    'This request has changed since the card was drawn, and nothing was done. Type “queue” or “requests” to see it as it is now.',
  'changed-too-often': ({ most }) =>
    `You have changed this request ${most} times today, and each time everybody is asked anew. Please add a word instead, or change it tomorrow.`,
  'nothing-changed': () => 'This is what you asked for already, so nothing was sent to anybody.',
  'choose-language': ({ choices }) => `Please choose one of these languages: ${list(choices)}.`,
  'choose-system': ({ choices }) => `Please choose one of these operating systems: ${list(choices)}.`,
  'unread-day': ({ said }) => `I cannot tell which day “${said}” is. Please write it like 2026-06-30.`,
  'has-left': ({ person }) =>
    `${person} has left, and holds nothing any more. To see what they held, add a day, like “what holds ${person} on 2026-06-30”.`,
  'day-to-come': ({ on }) => `${day(on)} has not come yet. Please name a day that has.`,
  'directory-silent': () =>
    'I could not check who you are just now, so nothing was done. Please try again in a minute.',
  ended: ({ benefit, on }) =>
    `${benefit} could be given until ${day(on)}. Please ask an admin whether the membership was renewed.`,
  failed: ({ incident }) =>
    `Something went wrong on our side. Please try again: nothing happens twice. If it stays, give an admin this number: ${incident}.`,
  'file-too-large': ({ most }) =>
    `A file given here may have up to ${most} MB. Bring a larger one in at the terminal: benefits import.`,
  'file-unreachable': () =>
    'I could not fetch the file, and nothing was read. Please send it again as a file of this chat.',
  'one-file-please': () => 'One file at a time, please: each is read, shown and brought in by itself.',
  'file-gone': () => 'The file is kept for a quarter of an hour only, and is gone. Please send it again.',
  'for-its-holder': ({ benefit }) =>
    `${benefit} comes with a key that is shown to its holder alone, so nobody can ask for it in another’s name. They can ask for it themselves.`,
  'form-incomplete': () =>
    'Something in the form is missing or too long. Please open it again and fill in every field.',
  gone: () => 'I cannot find that any more. Type “list” to see what there is.',
  'key-sealed': ({ incident }) =>
    `This key cannot be opened just now. It is still yours. Please give an admin this number: ${incident}.`,
  'keys-missing': () =>
    'The bot cannot get at its own keys just now, so it cannot do this. All admins were told; please try again when it is put right.',
  'ledger-in-doubt': () =>
    'No key is shown just now: the database may be an older copy, and an admin has to say first what happened. All admins were told. Your key is still yours.',
  'say-what-happened': ({ least }) =>
    `Please say what happened in at least ${least} characters. It stands in the ledger.`,
  'no-key-in-stock': ({ benefit }) =>
    `No key for ${benefit} is in stock yet. An admin brings keys in with “benefits import keys”.`,
  'nobody-to-ask': () => 'There is nobody who could approve this. Please ask an admin to name an approver.',
  'none-left': ({ benefit, waiting, frees }) => {
    if (waiting)
      return `${waiting === 1 ? '1 person waits' : `${waiting} people wait`} for ${benefit} and come first, in their order.`;
    if (frees)
      return `Nothing is left of ${benefit}. What was taken back may go to somebody else from ${day(frees)}.`;
    return `Nothing is left of ${benefit}. Type “who holds ${benefit}” to see who could give one back.`;
  },
  'not-an-admin': () => 'Only an admin can do this.',
  'not-an-approver': () => 'Only an approver can decide this.',
  'not-begun': ({ benefit, from }) => `${benefit} can be given from ${day(from)}.`,
  'not-understood': () => 'I did not understand that. Type “help” to see what I can do.',
  'not-your-key': () => 'This key belongs to somebody else. Type “mine” to see what you hold.',
  'not-your-request': () => 'Only the person who asked can cancel a request.',
  'own-request': ({ giving }) =>
    giving
      ? 'Nobody gives something to themself. Please ask for it, or let another admin assign it.'
      : 'Nobody decides their own request. One of your colleagues has been asked.',
  stranger: () =>
    'I only serve members of this company, signed in with their own account. If that is you, please ask an admin for help.',
  'too-many': ({ benefit, left }) => `Only ${left} of ${benefit} can still be given. Please ask for fewer.`,
  'more-than-all': ({ benefit, most }) => `${benefit}: there are ${most} in all. Please ask for fewer.`,
  'unlinked-account': () =>
    'I know you by your e-mail address only, which is not enough to decide with. Type “link” in the chat in which you usually approve, or answer there.',
  'already-asked-for': ({ person, benefit }) =>
    `${person} already has an open request for ${benefit}, and sees where it stands with “requests”.`,
  'already-reported': ({ benefit }) =>
    `You have reported your key for ${benefit} already. An admin looks into it, and you are told when there is another.`,
  'already-holds': ({ person, benefit }) => `${person} holds ${benefit} already.`,
  'bad-email': () => 'Please give an alternative e-mail address, such as name@example.com.',
  'colleague-not-found': () =>
    'I could not find this colleague in the directory. In Teams I only see people who use the app. An admin can add them by name and address: type “people”.',
  'credit-spent': ({ benefit, times }) =>
    times === 0
      ? `${benefit} is a yearly credit, which Microsoft lets nobody reassign within its year.`
      : `${benefit} has been reassigned ${times} times already, which is the most Microsoft allows.`,
  dropped: ({ benefit, on }) =>
    `${benefit} is no longer part of the membership since ${day(on)}. Type “list” to see what there is.`,
  'email-of-account': () =>
    'The alternative e-mail must differ from the one of the company’s Partner Center account, because Microsoft writes to both. Please give another.',
  'email-of-person': () =>
    'The alternative e-mail must differ from the person’s own, because Microsoft writes to both. Please give another.',
  'email-taken': ({ person }) => `This address belongs to ${person} already. Type “people” to see everybody.`,
  'free-mail': ({ person, domain, you }) =>
    `Microsoft assigns no Azure credit to an address at ${domain}. An admin can bring in a company address of ${you ? 'yours' : person} with “benefits import people”.`,
  'membership-over': ({ benefit, on }) =>
    `The membership ended, and so did its grace time on ${day(on)}: ${benefit} cannot be given any more. Please ask an admin whether it was renewed.`,
  'not-an-address': ({ said }) =>
    `“${said}” is not an e-mail address. Please write one such as name@example.com.`,
  'being-reassigned': ({ benefit, person }) =>
    `${benefit} is on its way from ${person} to somebody else already. Type “tasks” to see it.`,
  'no-email': ({ person, you }) =>
    `I know no e-mail address of ${you ? 'yours' : person}, and Partner Center needs one. An admin can bring it in with “benefits import people”.`,
  'no-person-named': () => 'Please name at least one person.',
  'not-held': ({ person, benefit, you }) =>
    you
      ? `You do not hold ${benefit}. Type “mine” to see what you hold.`
      : `${person} does not hold ${benefit}.`,
  'no-longer-yours': ({ benefit }) => `You no longer have ${benefit}. Type “mine” to see what you hold.`,
  'not-your-holding': () => 'This belongs to somebody else. Type “mine” to see what you hold.',
  'offer-over': ({ benefit }) =>
    `The time to take ${benefit} is over, and it went to the next one. You can ask again.`,
  'one-credit': ({ person, benefit, coming, you }) =>
    coming
      ? `${benefit} is on its way to ${you ? 'you' : person}, and Microsoft allows one active credit per person.`
      : `${you ? 'You hold' : `${person} holds`} ${benefit} already, and Microsoft allows one active credit per person.`,
  'same-person': ({ person }) => `${person} holds it already. Please choose somebody else.`,
  'too-early-to-reassign': ({ benefit, days, from }) =>
    `${benefit} can go to somebody else ${days} days after it was assigned: from ${day(from)}.`,
  'too-many-for-a-button': ({ given, most, benefit }) =>
    `You named ${given} people, and the button of a message carries ${most}. Please type “assign ${benefit ?? '<benefit>'}” without them, and paste them into the form.`,
  'too-many-people': ({ given, most }) =>
    `You named ${given} people, and ${most} are the most in one go. Nothing was given to anybody. Please name fewer.`,
  'too-many-used': ({ benefit, left }) =>
    `Only ${left} of your ${benefit} are left. Please write down fewer, or ask for more.`,
  'token-too-large': ({ carries, active }) =>
    `Do not redeem it to extend: ${carries} seats are more than three times your ${active} active ones, and Microsoft would refuse it. Add seats instead.`,
  'unknown-person': ({ said }) => `I know nobody called “${said}”. An admin can add them: type “people”.`,
  'which-person': ({ said, names }) =>
    names.length === 1
      ? `Nobody is called just “${said}”. Do you mean ${list(names)}? Please write the whole name or the address.`
      : `Several people are called “${said}”: ${list(names)}. Please use the e-mail address.`,
};
