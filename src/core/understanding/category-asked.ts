import { type Category, categories } from '../benefit';
import type { Naming } from './naming';
import { vagueWays } from './vague-ways';
import { wayIn } from './ways';
import { traditional } from './written';

/** How a category is called, wherever it stands in a sentence. */
const categoryWithin: Record<Category, RegExp> = {
  software: /\b(?:software|programs?|apps?|applications?)\b|軟體/,
  cloud: /\b(?:cloud|saas|online)(?: services?| stuff| things| subscriptions?)?\b|(?:雲端|線上)(?:服務)?/,
  'visual-studio':
    /\b(?:visual[ -]?studio|vs|msdn|developer)(?: subscriptions?| subs?| stuff| benefits?| tools?| licen[cs]es?)?\b(?! ?(?:ent|pro))|(?:visual ?studio|vs|開發(?:者|工具)) ?(?:的)?(?:訂閱)?/,
  support: /\b(?:technical |product )?support(?: benefits?| options?| stuff)?\b|(?:技術|產品)?支援(?:服務)?/,
};

/** A category, where the list of it is asked for and no benefit of it by name. */
export function categoryAsked(matter: string, named: Naming): Category | undefined {
  const heard = traditional(matter.toLowerCase());
  if (wayIn(vagueWays, matter) !== 'list') return undefined;
  return categoryIn(heard, named);
}

/** A category that is named, where no benefit is. @param heard in lower case, with traditional signs */
export function categoryIn(heard: string, named: Naming): Category | undefined {
  return categories.find((category) => {
    const rest = heard.replace(categoryWithin[category], ' ');
    return rest !== heard && !named(rest).telling;
  });
}
