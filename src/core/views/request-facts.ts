import type { Request } from '../request';
import type { Words } from '../words';

/** What somebody wrote, for a place that has one line only. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ');

/** What was asked for, as it stands on every card of a request. */
export function factsOf(words: Words, request: Request): Array<[label: string, value: string]> {
  const { benefit, quantity, language, system, reason } = request;
  return [
    [words.fields.benefit, benefit.name],
    [words.fields.quantity, `${quantity} ${words.unit(benefit.unit, quantity)}`],
    ...(language ? [[words.fields.language, language] as [string, string]] : []),
    ...(system ? [[words.fields.system, system] as [string, string]] : []),
    [words.fields.reason, reason],
    [words.fields.askedOn, words.moment(request.askedAt)],
  ];
}

/** Where a request stands, in a few words. */
export const stateIn = (words: Words, request: Request): string =>
  request.state === 'cancelled' ? words.cancelledBecause[request.because] : words.states[request.state];

/** Where a request stands, and through whom. */
export function stateOf(words: Words, request: Request): Array<[label: string, value: string]> {
  const state: [string, string] = [words.fields.state, stateIn(words, request)];
  switch (request.state) {
    case 'pending':
      return [state, [words.fields.waitsFor, words.list(request.asked.map(({ name }) => name))]];
    case 'waiting':
    case 'offered':
    case 'approved':
    case 'fulfilled':
    case 'denied':
    case 'failed':
      return [
        state,
        [words.fields.decidedBy, `${request.by.name} · ${words.moment(request.at)}`],
        ...('why' in request ? [[words.fields.answer, request.why] as [string, string]] : []),
      ];
    case 'cancelled':
      return [state];
  }
}
