import { isObject, type Json } from '../block-kit/block';
import { fileObject } from '../files';
import { Refusal } from '../refusal';
import { type Method, required } from './method';

/**
 * Uploading a file that is shared nowhere, and asking what Slack has found it to be. docs.slack.dev/reference/methods/files.getUploadURLExternal,
 * files.completeUploadExternal, files.info
 */
export const fileMethods: Record<string, Method> = {
  'files.getUploadURLExternal': {
    scope: 'files:write',
    run: (args, { workspace }) => {
      const length = Number(required(args, 'length'));
      if (!Number.isInteger(length) || length < 1) throw new Refusal('missing_argument');
      const { id } = workspace.files.expect(required(args, 'filename'), length);
      return { upload_url: `${workspace.baseUrl}/upload/v1/${id}`, file_id: id };
    },
  },

  'files.completeUploadExternal': {
    scope: 'files:write',
    run: (args, { workspace }) => {
      if (args.channel_id !== undefined || args.channels !== undefined)
        throw new Error('This workspace knows no file that is uploaded into a channel.');
      const { files } = args;
      if (!Array.isArray(files) || files.length === 0) throw new Refusal('invalid_arguments');
      return {
        files: files.filter(isObject).map(({ id }: Json) => {
          const file = workspace.files.complete(String(id), workspace.app.botUserId, workspace.now());
          if (!file) throw new Refusal('file_not_found');
          return fileObject(workspace.baseUrl, file, workspace.now());
        }),
      };
    },
  },

  'files.info': {
    scope: 'files:read',
    run: (args, { workspace }) => {
      const file = workspace.files.find(required(args, 'file'));
      if (!file) throw new Refusal('file_not_found');
      return { file: fileObject(workspace.baseUrl, file, workspace.now()) };
    },
  },
};
