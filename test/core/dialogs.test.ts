import { opensDialog } from '../../src/core/dialogs';

/**
 * Slack opens a window within three seconds of what was typed, and one that says "one moment" where our look-up is slow: so it has to be known
 * from the words alone, before anybody knows what they name.
 */
describe('whether words will be answered by a window', () => {
  test.each([
    ['request sql server', true],
    ['request Visio Professional 2024', true],
    ['request visual studio enterprise for Mei Lin', true],
    ['return visio', true],
    ['assign visio to Mei Lin', true],
    ['take visio from Mei Lin', true],
    ['list', false],
    ['mine', false],
    ['who holds visio', false],
    ['what holds Mei Lin', false],
    ['cancel my request for visio', false],
    ['thanks a lot', false],
    // Whether these ask for a benefit is known once it is known what "windows 11" is.
    ['I need windows 11', false],
    ['我想申請 visual studio', false],
    ['', false],
  ])('%j: %p', (text, opens) => {
    expect(opensDialog({ type: 'say', text, dialog: true })).toBe(opens);
    expect(opensDialog({ type: 'say', text, dialog: false })).toBe(false);
  });
});
