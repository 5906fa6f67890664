import type { Category, Delivery } from '../../benefit';
import type { Cancelled, Request } from '../../request';

/** English. */
export const labelsWords = {
  categories: {
    software: 'Software',
    cloud: 'Cloud services',
    'visual-studio': 'Visual Studio subscriptions',
    support: 'Support',
  } satisfies Record<Category, string>,
  deliveries: {
    key: 'A product key, shown to you alone',
    assign: 'An admin assigns it in Partner Center',
    none: 'No key is needed; an admin notes it down',
  } satisfies Record<Delivery, string>,
  states: {
    pending: 'Waiting for approval',
    waiting: 'Approved; on the waiting list',
    offered: 'Kept for you: please take it or leave it',
    approved: 'Approved; an admin is setting it up',
    fulfilled: 'Approved and handed over',
    denied: 'Denied',
    cancelled: 'Cancelled',
    failed: 'Approved, but it could not be set up',
  } satisfies Record<Request['state'], string>,
  /** Why a request came to nothing without anybody saying no. */
  cancelledBecause: {
    'taken-back': 'Cancelled by the requester',
    'offer-over': 'Cancelled: the offer was not taken in time',
    left: 'Cancelled: the person has left',
    lapsed: 'Cancelled: the benefit has lapsed',
  } satisfies Record<Cancelled['because'], string>,
  /** Units are data of the membership file and stay as they are there. */
  unit: (unit: string, quantity: number): string =>
    quantity === 1 || /[A-Z]{2}|per |s$/.test(unit) ? unit : `${unit}s`,

  buttons: {
    request: 'Request',
    approve: 'Approve',
    deny: 'Deny',
    showKey: 'Show key',
    cancelRequest: 'Cancel request',
    done: 'Done',
    next: 'Next',
    previous: 'Previous',
    download: 'Download',
  },
  fields: {
    benefit: 'Benefit',
    person: 'Person',
    quantity: 'Quantity',
    language: 'Language',
    system: 'Operating system',
    reason: 'Reason',
    evidence: 'Evidence',
    category: 'Category',
    left: 'Left',
    package: 'Package',
    ends: 'Package ends',
    activateBy: 'Activate by',
    delivery: 'How you get it',
    languages: 'Languages',
    systems: 'Operating systems',
    decides: 'Who approves',
    askedOn: 'Asked on',
    state: 'State',
    waitsFor: 'Waits for',
    leftAfter: 'Left after this',
    holds: 'Holds already',
    decidedBy: 'Decided by',
    answer: 'Answer',
    approvedBy: 'Approved by',
    doneBy: 'Done by',
    key: 'Product key',
    product: 'For',
  },
};
