/** Which screen the door shows. */
import { type ReactElement, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { doorWords as words } from '../words/door';
import { ChooseEvent } from './screens/choose-event';
import { Pair } from './screens/pair';
import { Scan } from './screens/scan';
import type { ModelStore } from './session/model';
import type { DoorPage } from './session/open-door';
import { Notice } from './ui/notice';

interface DoorAppProps {
  readonly model: ModelStore;
  readonly opening: Promise<DoorPage | null>;
}

export function DoorApp({ model, opening }: DoorAppProps): ReactElement {
  const [page, setPage] = useState<DoorPage | null>(null);
  useEffect(() => {
    void opening.then(setPage);
  }, [opening]);
  const stage = useStore(model, (state) => state.stage);
  const pairing = useStore(model, (state) => state.pairing);
  const door = useStore(model, (state) => state.door);

  if (stage === 'no-storage') return <Notice title={words.title} text={words.storage.none} />;
  if (stage === 'elsewhere') return <Notice title={words.title} text={words.elsewhere} />;
  if (page === null || stage === 'loading') return <main className="plain" aria-busy="true" />;
  if (pairing === null || pairing.token === null || pairing.revoked) return <Pair page={page} pairing={pairing} />;
  if (door === null) return <ChooseEvent page={page} pairing={pairing} />;
  return <Scan page={page} pairing={pairing} door={door} />;
}
