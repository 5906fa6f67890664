import { approvalWords } from './approval';
import { catalogueWords } from './catalogue';
import { complaints, inLine } from './complaints';
import { differenceWords } from './difference';
import { fileWords } from './file';
import { aside, day, labelled, list, sentences, several } from './format';
import { givenBackWords } from './given-back';
import { heldOnWords } from './held-on';
import { holdingWords } from './holding';
import { homeWords } from './home';
import { keyWords } from './key';
import { keysTroubleWords } from './keys-trouble';
import { labelsWords } from './labels';
import { lapseWords } from './lapse';
import { ledgerWords } from './ledger';
import { peopleWords } from './people';
import { reachingWords } from './reaching';
import { refusals } from './refusals';
import { reportWords } from './report';
import { requestWords } from './request';
import { saidWords } from './said';
import { stockWords } from './stock';
import { supportWords } from './support';
import { taskWords } from './task';
import { waitingWords } from './waiting';
import { webhookWords } from './webhook';

/** English. Labels that others rely on (buttons, fields) are fixed by the design. */
export const en = {
  day,
  list,
  sentences,
  labelled,
  aside,
  several,
  refusals,
  complaints,
  inLine,
  ...labelsWords,
  ...catalogueWords,
  ...requestWords,
  ...approvalWords,
  ...holdingWords,
  ...heldOnWords,
  ...givenBackWords,
  ...homeWords,
  ...keyWords,
  ...keysTroubleWords,
  ...stockWords,
  ...lapseWords,
  ...ledgerWords,
  ...reportWords,
  ...webhookWords,
  ...differenceWords,
  ...fileWords,
  ...taskWords,
  ...waitingWords,
  ...supportWords,
  ...peopleWords,
  ...reachingWords,
  ...saidWords,
};
