import { Alert, Button, Result } from 'antd';
import { type ReactElement, Suspense, useState } from 'react';
import { Link } from 'react-router';
import { consoleWords, refusalSentence } from '../../words/console';
import { importWords as words } from '../../words/console/import';
import { API } from '../api';
import { AtWork } from '../features/import/at-work';
import { FileDrop } from '../features/import/file-drop';
import { useImport } from '../features/import/use-import';
import type { Refusal } from '../net/refusal';
import { useOrganisation } from '../session/organisation';
import { useDownload } from '../session/use-download';
import { lazily } from '../ui/lazily';
import { Loading, Page } from '../ui/page';
import { RefusalAlert } from '../ui/refusal-alert';

/** The tables of faults are not needed before a file was checked. */
const Checked = lazily(async () => (await import('../features/import/checked')).Checked);

const MOST_BYTES = 1024 * 1024;
const KINDS = /\.(xlsx|csv)$/i;

function problemOf(file: File): string | null {
  if (!KINDS.test(file.name)) return words.wrongKind;
  return file.size > MOST_BYTES ? words.tooLarge : null;
}

function whyNotChecked(refusal: Refusal): string {
  return refusal.code === 'network' ? words.lost : (refusal.hint ?? refusalSentence(refusal));
}

export function Import(): ReactElement {
  const { id: org } = useOrganisation();
  const { state, file, check, apply, restart } = useImport();
  const template = useDownload();
  const [problem, setProblem] = useState<string | null>(null);

  function choose(chosen: File): void {
    const found = problemOf(chosen);
    setProblem(found);
    if (found === null) void check(chosen);
  }
  const recheck = (): void => {
    if (file !== null) void check(file);
  };

  function body(): ReactElement {
    switch (state.step) {
      case 'choose': {
        const said = problem ?? (state.refusal === null ? null : whyNotChecked(state.refusal));
        return (
          <div className="stack">
            {said === null ? null : (
              <Alert
                type="error"
                showIcon
                role="alert"
                title={said}
                action={
                  state.refusal === null || file === null ? null : (
                    <Button onClick={recheck}>{consoleWords.do.retry}</Button>
                  )
                }
              />
            )}
            <FileDrop onChosen={choose} />
            <section className="card stack stack--tight">
              <p>{words.templateHint}</p>
              <RefusalAlert refusal={template.refusal} />
              <div>
                <Button
                  loading={template.busy}
                  onClick={() => void template.download(API.template, { params: { org } }, words.templateName)}
                >
                  {words.template}
                </Button>
              </div>
            </section>
          </div>
        );
      }
      case 'checking':
        return <AtWork text={words.checking(state.name)} />;
      case 'applying':
        return <AtWork text={words.applying(state.rows)} />;
      case 'checked':
        return (
          <Suspense fallback={<Loading />}>
            <Checked
              check={state.check}
              refusal={state.refusal}
              onApply={(onlyGood) => void apply(onlyGood)}
              onRestart={restart}
              onRecheck={recheck}
            />
          </Suspense>
        );
      case 'done': {
        const { applied, skipped } = state;
        return (
          <section className="card" role="status">
            <Result
              status="success"
              title={words.doneTitle}
              subTitle={`${words.done(applied.created, applied.changed)}${skipped > 0 ? words.skipped(skipped) : words.asDrafts}`}
              extra={
                <div className="acts acts--centred">
                  {skipped > 0 ? (
                    <Button
                      type="primary"
                      loading={template.busy}
                      onClick={() =>
                        void template.download(
                          API.markedWorkbook,
                          { params: { org, id: state.check.id } },
                          words.markedName,
                        )
                      }
                    >
                      {words.marked}
                    </Button>
                  ) : null}
                  <Link to={`/o/${org}/events?state=draft`}>{words.toDrafts}</Link>
                  <Button onClick={restart}>{words.more}</Button>
                </div>
              }
            />
          </section>
        );
      }
    }
  }
  return (
    <Page title={words.title} lead={words.lead}>
      {body()}
    </Page>
  );
}
