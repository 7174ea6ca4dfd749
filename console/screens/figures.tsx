/** What was planned, held and attended; each number opens its list (rule F1). */
import { Button, Radio } from 'antd';
import { type ReactElement, Suspense } from 'react';
import { useSearchParams } from 'react-router';
import { GROUPINGS } from '../../domain/figures/grouping';
import { momentText } from '../../words/console/dates';
import { figuresWords as words } from '../../words/console/figures';
import { GROUPING_NAMES } from '../../words/figures';
import { FIGURES_API } from '../api-figures';
import { CampaignSelect } from '../blocks/campaign-select';
import { FigureTable } from '../blocks/figure-table';
import { now } from '../clock';
import { refusalOf } from '../net/refusal';
import { useOrganisation } from '../session/organisation';
import { useAsk } from '../session/use-ask';
import { useDownload } from '../session/use-download';
import { lazily } from '../ui/lazily';
import { Failed, Loading, Page } from '../ui/page';
import { RefusalAlert } from '../ui/refusal-alert';

const FigureEvents = lazily(async () => (await import('../features/figures/figure-events')).FigureEvents);

export function Figures(): ReactElement {
  const { id: org, region } = useOrganisation();
  const [search, setSearch] = useSearchParams();
  const by = GROUPINGS.find((each) => each === search.get('by')) ?? 'region';
  const campaign = search.get('campaign') ?? undefined;
  const opened = search.get('key');
  const { download, busy, refusal } = useDownload();
  const page = useAsk(FIGURES_API.figures, { params: { org }, query: { by, campaign } }, { keep: true, still: true });
  const shown = page.data;

  function show(name: string, value: string | null): void {
    const next = new URLSearchParams(search);
    if (name !== 'key') next.delete('key');
    if (value === null) next.delete(name);
    else next.set(name, value);
    setSearch(next, { replace: value === null });
  }

  /** The same time for the list and the file, so that the same numbers are in them. */
  const asked = shown === undefined ? null : { by: shown.by, campaign: shown.campaign.id, asOf: shown.asOf };
  return (
    <Page
      title={words.title}
      lead={
        <>
          <span>{words.lead}</span>
          {shown === undefined ? null : <span role="status">{words.asOf(momentText(shown.asOf, now()))}</span>}
        </>
      }
      action={
        <>
          <Button loading={page.isFetching} onClick={() => void page.refetch()}>
            {words.refresh}
          </Button>
          <Button
            type="primary"
            loading={busy}
            disabled={asked === null}
            onClick={() => {
              if (asked === null || shown === undefined) return;
              const name = words.fileName(shown.campaign.year, words.byName(GROUPING_NAMES[shown.by]));
              void download(
                FIGURES_API.figuresWorkbook,
                { params: { org }, query: { ...asked, format: 'xlsx' } },
                name,
              );
            }}
          >
            {words.download}
          </Button>
        </>
      }
    >
      <div className="filters">
        <CampaignSelect
          value={campaign ?? shown?.campaign.id}
          onChange={(id) => {
            show('campaign', id);
          }}
        />
        <Radio.Group
          optionType="button"
          aria-label={words.by}
          value={by}
          options={GROUPINGS.map((value) => ({ value, label: words.byName(GROUPING_NAMES[value]) }))}
          onChange={({ target }) => {
            show('by', GROUPINGS.find((each) => each === target.value) ?? null);
          }}
        />
      </div>
      <RefusalAlert refusal={refusal} />
      {shown === undefined ? (
        page.isError ? (
          <Failed refusal={refusalOf(page.error)} onRetry={() => void page.refetch()} />
        ) : (
          <Loading lines={10} />
        )
      ) : (
        <FigureTable
          group={GROUPING_NAMES[shown.by]}
          rows={shown.rows.map((row) => (row.key === region ? { ...row, name: words.ownLevel(row.name) } : row))}
          total={shown.total}
          onOpen={(key) => {
            show('key', key);
          }}
        />
      )}
      <Suspense>
        {opened === null || asked === null ? null : (
          <FigureEvents
            key={opened}
            asked={asked}
            row={opened}
            onClose={() => {
              show('key', null);
            }}
          />
        )}
      </Suspense>
    </Page>
  );
}
