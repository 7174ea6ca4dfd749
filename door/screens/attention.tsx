/** 需处理: records that the server did not take. They stay until somebody has dealt with them. */
import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import { doorWords, eventTimeWords } from '../../words/door';
import type { QueuedScan } from '../keep/kept';
import { refusedOf } from '../session/model';
import type { DoorPage } from '../session/open-door';
import { Dialog } from '../ui/dialog';
import { toExport } from '../session/export-refused';

const words = doorWords.needsAttention;

interface AttentionProps {
  readonly page: DoorPage;
  readonly onClose: () => void;
}

function download(rows: readonly QueuedScan[]): void {
  const address = URL.createObjectURL(new Blob([toExport(rows)], { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = '需处理.csv';
  link.click();
  URL.revokeObjectURL(address);
}

export function Attention({ page, onClose }: AttentionProps): ReactElement {
  const queue = useStore(page.model, (state) => state.queue);
  const rows = refusedOf({ queue });
  return (
    <Dialog title={words.title} onClose={onClose}>
      <p>{rows.length === 0 ? words.empty : words.text}</p>
      <ul className="rows">
        {rows.map(({ id, scan, refusal }) => (
          <li key={id}>
            <span>
              {eventTimeWords(scan.at)} {doorWords.kinds[scan.kind]}
              {'seats' in scan && ` · ${doorWords.people(scan.seats)}`}
            </span>
            <small>{words.reasons[refusal ?? ''] ?? words.unknownReason}</small>
            <button type="button" onClick={() => void page.removeRefused([id])}>
              {words.remove}
            </button>
          </li>
        ))}
      </ul>
      {rows.length > 0 && (
        <button
          type="button"
          className="main"
          onClick={() => {
            download(rows);
          }}
        >
          {words.export}
        </button>
      )}
    </Dialog>
  );
}
