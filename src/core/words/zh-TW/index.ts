import type { Words } from '..';
import { catalogueWords } from './catalogue';
import { day, list, moment } from './format';
import { holdingWords } from './holding';
import { keyWords } from './key';
import { labelsWords } from './labels';
import { refusals } from './refusals';
import { requestWords } from './request';
import { saidWords } from './said';
import { supportWords } from './support';
import { taskWords } from './task';

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
  ...keyWords,
  ...taskWords,
  ...supportWords,
  ...saidWords,
};
