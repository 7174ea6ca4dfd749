import { Alert, Button } from 'antd';
import type { ReactElement } from 'react';
import { fileFaults, importWords as words } from '../../../words/console/import';
import { API } from '../../api';
import type { ImportCheck } from '../../net/answers';
import type { Refusal } from '../../net/refusal';
import { useOrganisation } from '../../session/organisation';
import { useDownload } from '../../session/use-download';
import { RefusalAlert } from '../../ui/refusal-alert';
import { FaultTable } from './fault-table';
import { faultyRows } from './use-import';

interface CheckedProps {
  readonly check: ImportCheck;
  readonly refusal: Refusal | null;
  readonly onApply: (onlyGood: boolean) => void;
  readonly onRestart: () => void;
  readonly onRecheck: () => void;
}

const STALE = new Set(['file-changed', 'not-found', 'import-applied', 'event-changed']);

function ApplyRefusal({
  refusal,
  onRecheck,
}: {
  readonly refusal: Refusal;
  readonly onRecheck: () => void;
}): ReactElement {
  if (!STALE.has(refusal.code)) return <RefusalAlert refusal={refusal} />;
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      title={fileFaults[refusal.code] ?? words.stale}
      action={<Button onClick={onRecheck}>{words.recheck}</Button>}
    />
  );
}

export function Checked({ check, refusal, onApply, onRestart, onRecheck }: CheckedProps): ReactElement {
  const { id: org } = useOrganisation();
  const { download, busy, refusal: notLoaded } = useDownload();
  const bad = faultyRows(check);
  const good = check.changes.length;
  const count = (outcome: ImportCheck['changes'][number]['outcome']): number =>
    check.changes.filter((change) => change.outcome === outcome).length;
  const [created, changed, unchanged] = [count('new'), count('changed'), count('unchanged')];
  // Where the first row is not understood, no other row was looked at.
  const isHeading = check.rows === 0 && bad > 0;
  const isNothing = bad === 0 && created + changed === 0;
  return (
    <div className="stack">
      <section className="card stack" aria-label={words.steps.check}>
        <h2 className="card__title">{words.checked(check.sheet, check.rows)}</h2>
        {isHeading ? null : <p>{words.changes(created, changed, unchanged)}</p>}
        {isHeading ? (
          <Alert type="error" showIcon role="alert" title={words.headingFaults(check.findings.length)} />
        ) : bad > 0 ? (
          <Alert type="error" showIcon role="alert" title={words.faults(check.findings.length, bad)} />
        ) : (
          <Alert type="success" showIcon role="status" title={isNothing ? words.nothing : words.allGood} />
        )}
        {refusal === null ? null : <ApplyRefusal refusal={refusal} onRecheck={onRecheck} />}
        <RefusalAlert refusal={notLoaded} />
        <div className="acts">
          {isHeading ? (
            <Button
              type="primary"
              loading={busy}
              onClick={() => void download(API.template, { params: { org } }, words.templateName)}
            >
              {words.template}
            </Button>
          ) : bad > 0 ? (
            <Button
              type="primary"
              loading={busy}
              onClick={() => void download(API.markedWorkbook, { params: { org, id: check.id } }, words.markedName)}
            >
              {words.marked}
            </Button>
          ) : (
            <Button
              type="primary"
              disabled={isNothing}
              onClick={() => {
                onApply(false);
              }}
            >
              {words.apply}
            </Button>
          )}
          {bad > 0 && good > 0 ? (
            <Button
              onClick={() => {
                onApply(true);
              }}
            >
              {words.applyGood(good)}
            </Button>
          ) : null}
          <Button type="link" onClick={onRestart}>
            {words.again}
          </Button>
        </div>
        <p className="quiet">{words.asDrafts}</p>
      </section>
      {bad > 0 ? <FaultTable faults={check.findings} /> : null}
      {check.warnings.length > 0 ? (
        <section className="stack" aria-label={words.warnings}>
          <h2 className="card__title">{words.warnings}</h2>
          <FaultTable faults={check.warnings} />
        </section>
      ) : null}
    </div>
  );
}
