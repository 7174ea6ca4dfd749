/** The steps of an import: choose, check, apply. Nothing is written before the last. */
import { useCallback, useState } from 'react';
import { API } from '../../api';
import type { ImportApplied, ImportCheck } from '../../net/answers';
import type { Refusal } from '../../net/refusal';
import { useOrganisation } from '../../session/organisation';
import { useAct } from '../../session/use-act';

export type ImportStep =
  | { readonly step: 'choose'; readonly refusal: Refusal | null }
  | { readonly step: 'checking'; readonly name: string }
  | { readonly step: 'checked'; readonly check: ImportCheck; readonly refusal: Refusal | null }
  | { readonly step: 'applying'; readonly check: ImportCheck; readonly rows: number }
  | { readonly step: 'done'; readonly check: ImportCheck; readonly applied: ImportApplied; readonly skipped: number };

interface Importing {
  readonly state: ImportStep;
  readonly file: File | null;
  readonly check: (file: File) => Promise<void>;
  readonly apply: (onlyGood: boolean) => Promise<void>;
  readonly restart: () => void;
}

export const faultyRows = ({ findings }: ImportCheck): number => new Set(findings.map(({ row }) => row)).size;

export function useImport(): Importing {
  const { id: org } = useOrganisation();
  const { act } = useAct();
  const [file, setFile] = useState<File | null>(null);
  const [state, setState] = useState<ImportStep>({ step: 'choose', refusal: null });

  const check = useCallback(
    async (chosen: File): Promise<void> => {
      setFile(chosen);
      setState({ step: 'checking', name: chosen.name });
      const body = new FormData();
      body.append('file', chosen);
      const answer = await act(API.checkImport, { params: { org }, body });
      if (answer === null) return;
      setState(
        answer.ok
          ? { step: 'checked', check: answer.value, refusal: null }
          : { step: 'choose', refusal: answer.refusal },
      );
    },
    [act, org],
  );

  const apply = useCallback(
    async (onlyGood: boolean): Promise<void> => {
      if (state.step !== 'checked') return;
      const { check: checked } = state;
      setState({ step: 'applying', check: checked, rows: checked.changes.length });
      const answer = await act(API.applyImport, {
        params: { org, id: checked.id },
        body: onlyGood ? { onlyGood: true } : {},
      });
      if (answer === null) return;
      setState(
        answer.ok
          ? { step: 'done', check: checked, applied: answer.value, skipped: faultyRows(checked) }
          : { step: 'checked', check: checked, refusal: answer.refusal },
      );
    },
    [act, org, state],
  );

  const restart = useCallback(() => {
    setFile(null);
    setState({ step: 'choose', refusal: null });
  }, []);
  return { state, file, check, apply, restart };
}
