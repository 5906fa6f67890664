import type { Words } from '..';
import { catalogueWords } from './catalogue';
import { day, list, moment } from './format';
import { givenBackWords } from './given-back';
import { holdingWords } from './holding';
import { keyWords } from './key';
import { labelsWords } from './labels';
import { lapseWords } from './lapse';
import { peopleWords } from './people';
import { refusals } from './refusals';
import { requestWords } from './request';
import { saidWords } from './said';
import { stockWords } from './stock';
import { supportWords } from './support';
import { taskWords } from './task';
import { waitingWords } from './waiting';

/** Traditional Chinese, with the terms that Microsoft uses in Partner Center (Traditional Chinese documentation, 2017 and 2021). */
export const zhTW: Words = {
  day,
  moment,
  list,
  refusals,
  ...labelsWords,
  ...catalogueWords,
  ...requestWords,
  ...holdingWords,
  ...givenBackWords,
  ...keyWords,
  ...stockWords,
  ...lapseWords,
  ...taskWords,
  ...waitingWords,
  ...supportWords,
  ...peopleWords,
  ...saidWords,
};
