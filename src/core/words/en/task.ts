/** English. */
export const taskWords = {
  tasks: {
    title: 'Tasks for the admins',
    nothing: 'There is nothing to do.',
    one: (benefit: string, person: string) => `Set up ${benefit} for ${person}`,
    steps: [
      'Open Partner Center, go to Benefits and find the benefit.',
      'Assign it to the person named here, as their approver decided.',
      'Come back and press Done; the person is told at once.',
    ],
    evidenceHint: 'What shows that it was done: a subscription id, a date. May stay empty.',
    finish: 'Finish a task',
  },
};
