import { randomBytes } from 'node:crypto';
import { type Block, type Json, stored } from './block-kit/block';
import { type Entered, stateValues } from './block-kit/entered';
import { laws } from './laws';

/** A modal or a Home tab as one person has it in front of them. */
export type View = {
  id: string;
  user: string;
  type: 'modal' | 'home';
  title?: Json;
  submit?: Json;
  close?: Json;
  blocks: Block[];
  callbackId: string;
  privateMetadata: string;
  externalId: string;
  hash: string;
  clearOnClose: boolean;
  notifyOnClose: boolean;
  submitDisabled: boolean;
  rootViewId: string;
  previousViewId: string | null;
  entered: Entered;
  /** What the client shows beside the inputs after a refused submission, by block id. */
  errors: Record<string, string>;
  /** What the client shows at the top when the app could not be reached. */
  warning?: string;
};

/** The stack of open modals and the Home tab of every person. docs.slack.dev/surfaces/modals */
export class Views {
  private readonly stacks = new Map<string, View[]>();
  private readonly homes = new Map<string, View>();

  constructor(private readonly now: () => number) {}

  /** Open modals of a person, the one in front last. */
  stack(user: string): View[] {
    return this.stacks.get(user) ?? [];
  }

  home(user: string): View | undefined {
    return this.homes.get(user);
  }

  find(id: string): View | undefined {
    return this.all().find((view) => view.id === id);
  }

  byExternalId(externalId: string): View | undefined {
    return externalId === '' ? undefined : this.all().find((view) => view.externalId === externalId);
  }

  /** A new stack with one modal; whatever was open is gone. */
  open(user: string, content: Json): View {
    const view = this.viewOf(user, content, undefined);
    this.stacks.set(user, [view]);
    return view;
  }

  /** One more modal in front; the caller has checked that there is room. */
  push(user: string, content: Json): View {
    const stack = this.stack(user);
    const view = this.viewOf(user, content, stack[stack.length - 1]);
    this.stacks.set(user, [...stack, view]);
    return view;
  }

  hasRoom(user: string): boolean {
    return this.stack(user).length < laws.viewStack;
  }

  /** New content in the same view. What was entered stays where block id and action id stay. */
  update(view: View, content: Json): void {
    // All of a view is replaced: a button that the new one does not name is gone.
    for (const part of ['title', 'submit', 'close'] as const) delete view[part];
    Object.assign(view, contentOf(content), { hash: this.hash(), errors: {} });
    delete view.warning;
  }

  publish(user: string, content: Json): View {
    const home = this.homes.get(user);
    if (home) {
      this.update(home, content);
      return home;
    }
    const view = this.viewOf(user, content, undefined);
    this.homes.set(user, view);
    return view;
  }

  /** Takes one modal and those in front of it away. */
  close(view: View): void {
    const stack = this.stack(view.user);
    const place = stack.indexOf(view);
    if (place >= 0) this.stacks.set(view.user, stack.slice(0, place));
  }

  clear(user: string): void {
    this.stacks.delete(user);
  }

  private all(): View[] {
    return [...[...this.stacks.values()].flat(), ...this.homes.values()];
  }

  private viewOf(user: string, content: Json, previous: View | undefined): View {
    const id = `V${randomBytes(5).toString('hex').toUpperCase()}`;
    return {
      id,
      user,
      ...contentOf(content),
      hash: this.hash(),
      rootViewId: previous?.rootViewId ?? id,
      previousViewId: previous?.id ?? null,
      entered: new Map(),
      errors: {},
    };
  }

  private hash(): string {
    return `${Math.floor(this.now() / 1000)}.${randomBytes(4).toString('hex')}`;
  }
}

type Content = Omit<
  View,
  'id' | 'user' | 'hash' | 'rootViewId' | 'previousViewId' | 'entered' | 'errors' | 'warning'
>;

function contentOf(content: Json): Content {
  const [title, submit, close] = ['title', 'submit', 'close'].map((name) =>
    content[name] ? { emoji: true, ...(content[name] as Json) } : undefined,
  );
  return {
    type: content.type as 'modal' | 'home',
    ...(title ? { title } : {}),
    ...(submit ? { submit } : {}),
    ...(close ? { close } : {}),
    blocks: stored(content.blocks as unknown[]),
    callbackId: String(content.callback_id ?? ''),
    privateMetadata: String(content.private_metadata ?? ''),
    externalId: String(content.external_id ?? ''),
    clearOnClose: content.clear_on_close === true,
    notifyOnClose: content.notify_on_close === true,
    submitDisabled: content.submit_disabled === true,
  };
}

/** The view object of answers and payloads. docs.slack.dev/reference/interaction-payloads/view-interactions-payload */
export function viewObject(view: View, team: string, app: { id: string; botId: string }): Json {
  return {
    id: view.id,
    team_id: team,
    type: view.type,
    blocks: view.blocks,
    private_metadata: view.privateMetadata,
    callback_id: view.callbackId,
    state: { values: stateValues(view.blocks, view.entered) },
    hash: view.hash,
    title: view.title ?? null,
    clear_on_close: view.clearOnClose,
    notify_on_close: view.notifyOnClose,
    close: view.close ?? null,
    submit: view.submit ?? null,
    previous_view_id: view.previousViewId,
    root_view_id: view.rootViewId,
    app_id: app.id,
    external_id: view.externalId,
    app_installed_team_id: team,
    bot_id: app.botId,
  };
}
