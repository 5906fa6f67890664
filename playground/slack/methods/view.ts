import { isObject, type Json } from '../block-kit/block';
import { refuseUnsoundView } from '../block-kit/view';
import { Refusal } from '../refusal';
import type { Trigger } from '../triggers';
import { type View, viewObject } from '../views';
import type { Workspace } from '../workspace';
import { type Method, required } from './method';

/** Modals and the Home tab. docs.slack.dev/reference/methods/views.open, views.push, views.update, views.publish */
export const viewMethods: Record<string, Method> = {
  'views.open': {
    run: (args, { workspace }) => {
      const content = soundView(args, 'modal');
      const trigger = freshTrigger(workspace, args);
      refuseDuplicate(workspace, content, undefined);
      // A trigger from inside a modal opens in front of it; any other starts anew.
      const inModal = trigger.view !== undefined && isModalOpen(workspace, trigger);
      if (inModal && !workspace.views.hasRoom(trigger.user)) throw new Refusal('push_limit_reached');
      workspace.triggers.exchange(trigger);
      const view = inModal
        ? workspace.views.push(trigger.user, content)
        : workspace.views.open(trigger.user, content);
      return shown(workspace, view);
    },
  },

  'views.push': {
    run: (args, { workspace }) => {
      const content = soundView(args, 'modal');
      const trigger = freshTrigger(workspace, args);
      if (trigger.view !== undefined && workspace.views.find(trigger.view)?.type === 'home') {
        throw new Refusal('invalid_arguments', {
          response_metadata: {
            messages: [
              "[ERROR] must match the `type` of the root view whose stack we're pushing onto [json-pointer:/view/type]",
            ],
          },
        });
      }
      if (!isModalOpen(workspace, trigger)) throw new Refusal('not_found');
      refuseDuplicate(workspace, content, undefined);
      if (!workspace.views.hasRoom(trigger.user)) throw new Refusal('push_limit_reached');
      workspace.triggers.exchange(trigger);
      return shown(workspace, workspace.views.push(trigger.user, content));
    },
  },

  'views.update': {
    run: (args, { workspace }) => {
      const view =
        args.view_id !== undefined
          ? workspace.views.find(String(args.view_id))
          : workspace.views.byExternalId(required(args, 'external_id'));
      if (!view) throw new Refusal('not_found');
      const content = soundView(args, view.type);
      refuseDuplicate(workspace, content, view);
      refuseStale(args, view);
      workspace.views.update(view, content);
      return shown(workspace, view);
    },
  },

  'views.publish': {
    run: (args, { workspace }) => {
      const user = required(args, 'user_id');
      const person = workspace.people.find((found) => found.id === user);
      if (!person || person.deleted) throw new Refusal('invalid_arguments', pointer('user_id'));
      const content = soundView(args, 'home');
      const home = workspace.views.home(user);
      if (home) refuseStale(args, home);
      refuseDuplicate(workspace, content, home);
      return shown(workspace, workspace.views.publish(user, content));
    },
  },
};

function soundView(args: Json, type: 'modal' | 'home'): Json {
  required(args, 'view');
  if (!isObject(args.view)) throw new Refusal('invalid_arguments', pointer('view'));
  refuseUnsoundView(args.view, type);
  return args.view;
}

function freshTrigger(workspace: Workspace, args: Json): Trigger {
  const found = workspace.triggers.inspect(required(args, 'trigger_id'));
  if ('error' in found) throw new Refusal(found.error);
  return found.trigger;
}

function isModalOpen(workspace: Workspace, trigger: Trigger): boolean {
  return (
    trigger.view !== undefined && workspace.views.stack(trigger.user).some((view) => view.id === trigger.view)
  );
}

function refuseDuplicate(workspace: Workspace, content: Json, itself: View | undefined): void {
  const holder = workspace.views.byExternalId(String(content.external_id ?? ''));
  if (holder && holder !== itself) throw new Refusal('duplicate_external_id');
}

/** The app may say which state of the view it means. docs.slack.dev/surfaces/modals (handling race conditions) */
function refuseStale(args: Json, view: View): void {
  if (args.hash !== undefined && args.hash !== '' && args.hash !== view.hash)
    throw new Refusal('hash_conflict');
}

function shown(workspace: Workspace, view: View): Json {
  workspace.changed();
  return { view: viewObject(view, workspace.settings.teamId, workspace.app) };
}

function pointer(name: string): Json {
  return { response_metadata: { messages: [`[ERROR] invalid value [json-pointer:/${name}]`] } };
}
