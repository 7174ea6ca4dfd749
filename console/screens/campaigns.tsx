import { Alert, Button, Input } from 'antd';
import { type ReactElement, useState } from 'react';
import { NextIdSchema } from '../../domain/campaign/next-campaign';
import * as v from 'valibot';
import { campaignsWords as words } from '../../words/console/campaigns';
import { CAMPAIGNS_API } from '../api-campaigns';
import { CampaignEditor } from '../features/campaigns/campaign-editor';
import { refusalOf } from '../net/refusal';
import { useOrganisation } from '../session/organisation';
import { useAsk } from '../session/use-ask';
import { Field } from '../ui/field';
import { Failed, Loading, Page } from '../ui/page';

/** F8: a new year without a developer. */
export function Campaigns(): ReactElement {
  const { id: org } = useOrganisation();
  const list = useAsk(CAMPAIGNS_API.campaignList, { params: { org } });
  const [year, setYear] = useState('');
  const [chosen, setChosen] = useState<{ readonly id: string; readonly isNew: boolean } | null>(null);
  const { data } = list;
  return (
    <Page title={words.title} lead={words.lead}>
      {list.isPending ? <Loading /> : null}
      {list.isError ? <Failed refusal={refusalOf(list.error)} onRetry={() => void list.refetch()} /> : null}
      {data === undefined ? null : (
        <section className="card stack">
          <h2 className="panel__title">{words.existing}</h2>
          <ul className="lines">
            {data.campaigns.map(({ id, year: of, theme, state }) => (
              <li key={id} className="lines__line">
                {of} · {theme} · {words.states[state]}
              </li>
            ))}
          </ul>
          {data.mayMake ? null : <Alert type="info" showIcon title={words.notTop} />}
          {data.drafts.length === 0 ? null : <h2 className="panel__title">{words.drafts}</h2>}
          {data.drafts.map(({ id, theme }) => (
            <div key={id}>
              <Button
                onClick={() => {
                  setChosen({ id, isNew: false });
                }}
              >
                {id} · {theme}
              </Button>
            </div>
          ))}
          {data.mayMake && chosen === null ? (
            <>
              <Field label={words.year} hint={words.yearHint} className="field--short">
                {(aria) => (
                  <Input
                    {...aria}
                    maxLength={4}
                    value={year}
                    onChange={({ target }) => {
                      setYear(target.value);
                    }}
                  />
                )}
              </Field>
              <div>
                <Button
                  type="primary"
                  disabled={!v.is(NextIdSchema, year)}
                  onClick={() => {
                    setChosen({ id: year, isNew: !data.drafts.some(({ id }) => id === year) });
                  }}
                >
                  {words.start}
                </Button>
              </div>
            </>
          ) : null}
        </section>
      )}
      {chosen === null ? null : (
        <CampaignEditor
          key={chosen.id}
          id={chosen.id}
          isNew={chosen.isNew}
          onOpened={() => {
            setChosen(null);
          }}
        />
      )}
    </Page>
  );
}
