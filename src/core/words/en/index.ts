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

/** English. Labels that others rely on (buttons, fields) are fixed by the design. */
export const en = {
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
