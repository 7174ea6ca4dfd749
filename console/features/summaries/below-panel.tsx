/** One version that was handed in, whole, and the decision about exactly this one (rule F3). */
import { Alert, App, Drawer } from 'antd';
import { type ReactElement, useState } from 'react';
import { HAND_NUMBERS, TEXT_PARTS } from '../../../domain/summary/summary-body';
import { consoleWords } from '../../../words/console';
import { momentText } from '../../../words/console/dates';
import { belowSummaryWords as words, summaryWords, versionWords } from '../../../words/console/summary';
import { BY_HAND, HAND_NUMBER_NAMES, LATE, TEXT_PART_NAMES, VISIBILITY_NAMES } from '../../../words/summary';
import { FIGURES_API } from '../../api-figures';
import { Decision } from '../../blocks/decision';
import { FigureSection } from '../../blocks/figure-section';
import { PictureList } from '../../blocks/picture-list';
import { VersionChanges } from '../../blocks/version-changes';
import { VersionFiles } from '../../blocks/version-files';
import { now } from '../../clock';
import type { SummaryBelow, SummaryVersion } from '../../net/answers';
import { refusalOf } from '../../net/refusal';
import { may, useOrganisation } from '../../session/organisation';
import { useAct } from '../../session/use-act';
import { useAsk } from '../../session/use-ask';
import { Facts } from '../../ui/facts';
import { Failed, Loading } from '../../ui/page';
import { useReturnFocus } from '../../ui/use-return-focus';

interface Of {
  readonly campaign: string;
  readonly of: string;
}

function Contents({ campaign, of, snapshot }: Of & Pick<SummaryVersion, 'snapshot'>): ReactElement {
  const { body, figures, contains } = snapshot;
  const hand = HAND_NUMBERS.filter((name) => body.hand[name] !== null);
  const paragraphName = (key: string): string => figures.paragraphs.find((each) => each.key === key)?.name ?? key;
  return (
    <>
      <FigureSection figures={figures} />
      {TEXT_PARTS.filter((part) => body.texts[part] !== '').map((part) => (
        <section key={part} className="card" aria-label={TEXT_PART_NAMES[part]}>
          <h3 className="card__title">{TEXT_PART_NAMES[part]}</h3>
          <p className="panel__summary">{body.texts[part]}</p>
        </section>
      ))}
      {hand.length === 0 ? null : (
        <section className="card" aria-label={BY_HAND}>
          <h3 className="card__title">{BY_HAND}</h3>
          <Facts facts={hand.map((name) => [HAND_NUMBER_NAMES[name], body.hand[name]] as const)} />
        </section>
      )}
      {body.cases.map(({ title, body: text, paragraph, visibility, pictures }, index) => (
        // A version never changes, and so neither does a case's place.
        <section key={index} className="card stack stack--tight" aria-label={summaryWords.caseNth(index + 1)}>
          <h3 className="card__title">
            {summaryWords.caseNth(index + 1)}：{title}
          </h3>
          <p className="quiet">
            {paragraphName(paragraph)} · {VISIBILITY_NAMES[visibility]}
          </p>
          <p className="panel__summary">{text}</p>
          <PictureList campaign={campaign} pictures={pictures} of={of} />
        </section>
      ))}
      {contains.length === 0 ? null : (
        <section className="card" aria-label={words.contains(contains.length)}>
          <h3 className="card__title">{words.contains(contains.length)}</h3>
          <ul className="bullets">
            {contains.map(({ organisation, name, version }) => (
              <li key={organisation}>
                {name} · {versionWords.version(version)}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

interface BelowPanelProps {
  readonly campaign: string;
  readonly row: SummaryBelow;
  /** The list is asked for again: another version has come, or none is left. */
  readonly onChanged: () => void;
  readonly onClose: () => void;
}

export function BelowPanel({ campaign, row, onChanged, onClose }: BelowPanelProps): ReactElement {
  useReturnFocus();
  const organisation = useOrganisation();
  const { id: org } = organisation;
  const { act, busy, refusal } = useAct();
  const { message } = App.useApp();
  const [hasChanged, setChanged] = useState(false);
  const { id: below, name, state, last } = row;
  const version = last?.version ?? 0;
  const sent = { params: { org, campaign, n: String(version) }, query: { of: below } };
  // The version that is decided on must not change under the decision.
  const asked = useAsk(FIGURES_API.summaryVersion, sent, { enabled: last !== null, still: true });
  const shown = asked.data;

  async function decide(reason: string | null): Promise<void> {
    if (shown === undefined) return;
    const params = { org, campaign, below };
    const answer =
      reason === null
        ? await act(FIGURES_API.acceptSummary, { params, body: { version: shown.version, hash: shown.hash } })
        : await act(FIGURES_API.returnSummary, { params, body: { version: shown.version, reason } });
    if (answer === null) return;
    if (answer.ok) {
      void message.success(reason === null ? words.accepted : words.returned);
      onClose();
    } else if (answer.refusal.status === 409) {
      setChanged(true);
      onChanged();
    }
  }

  return (
    <Drawer
      open
      size={1000}
      onClose={onClose}
      title={name}
      closable={{ 'aria-label': consoleWords.do.close }}
      footer={
        state === 'submitted' && shown !== undefined && may(organisation, 'summary:decide') ? (
          <Decision
            key={shown.hash}
            words={{ ...words, approve: words.accept }}
            busy={busy}
            refusal={refusal?.status === 409 ? null : refusal}
            onApprove={() => void decide(null)}
            onReturn={(reason) => void decide(reason)}
          />
        ) : null
      }
    >
      {hasChanged ? <Alert type="warning" showIcon role="alert" title={words.changed} /> : null}
      {asked.isLoading ? <Loading /> : null}
      {asked.isError ? <Failed refusal={refusalOf(asked.error)} onRetry={() => void asked.refetch()} /> : null}
      {shown === undefined ? null : (
        <div className="stack">
          <div className="acts">
            <strong>{versionWords.version(shown.version)}</strong>
            <span className="quiet figures">{versionWords.at(momentText(shown.submittedAt, now()))}</span>
            {shown.late ? <span className="tag tag--gold">{LATE}</span> : null}
            <VersionFiles campaign={campaign} version={shown.version} name={name} of={below} />
          </div>
          <div className="quiet hash">
            {versionWords.hash} {shown.hash}
          </div>
          <VersionChanges campaign={campaign} version={shown.version} of={below} />
          <Contents campaign={campaign} of={below} snapshot={shown.snapshot} />
        </div>
      )}
    </Drawer>
  );
}
