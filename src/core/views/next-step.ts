import type { Pending } from '../request';
import type { Words } from '../words';
import { namesWaitedFor, waitedFor } from './request-facts';

/** Which stage it is in, who has to answer now, and how many of them, beside those who have. */
export function nextStep(words: Words, request: Pending): string {
  const { need, stages, stage, reviews } = request.course;
  const agreed = reviews.filter((one) => one.stage === stage).length;
  const names = namesWaitedFor(words, request);
  const sentence = howMany(
    words,
    need === 'all' ? need : Math.max(1, need - agreed),
    waitedFor(request).length,
  )(names);
  if (stages === 1) return sentence;
  return words.sentences(
    stage === 1 ? [words.asked.stages(stages), sentence] : [sentence, words.asked.inStage(stage, stages)],
  );
}

/** So many of those must still agree: what is said of one, of two and of more. */
function howMany({ asked }: Words, need: number | 'all', of: number): (names: string) => string {
  if (of < 2) return asked.nextOne;
  if (need === 1) return asked.next;
  if (need === 'all' || need >= of) return of === 2 ? asked.nextBoth : asked.nextAll;
  return (names) => asked.nextOf(need, names);
}
