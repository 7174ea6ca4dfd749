import { useCallback } from 'react';
import type { Endpoint, Sent } from '../net/call';
import type { Refusal } from '../net/refusal';
import { saveFile } from '../ui/save-file';
import { useAct } from './use-act';

interface Downloading {
  /** Whether the file came. */
  readonly download: (endpoint: Endpoint<Blob>, sent: Sent, name: string) => Promise<boolean>;
  readonly busy: boolean;
  readonly refusal: Refusal | null;
}

/** Fetches a file as an act, so that a refusal is a sentence and not a page of JSON. */
export function useDownload(): Downloading {
  const { act, busy, refusal } = useAct();
  const download = useCallback(
    async (endpoint: Endpoint<Blob>, sent: Sent, name: string): Promise<boolean> => {
      const answer = await act(endpoint, sent);
      if (answer?.ok !== true) return false;
      saveFile(name, answer.value);
      return true;
    },
    [act],
  );
  return { download, busy, refusal };
}
