import type { ReactElement } from 'react';
import { momentText } from '../../words/console/dates';
import { summaryPathText, versionWords as words } from '../../words/console/summary';
import { FIGURES_API } from '../api-figures';
import { now } from '../clock';
import type { SummaryVersion } from '../net/answers';
import { refusalOf } from '../net/refusal';
import { useOrganisation } from '../session/organisation';
import { useAsk } from '../session/use-ask';
import { Failed, Loading } from '../ui/page';
import { valueText } from './event-diff';

type Difference = SummaryVersion['differences'][number];

function Differences({
  caption,
  differences,
  paragraphs,
}: {
  readonly caption: string;
  readonly differences: readonly Difference[];
  readonly paragraphs: readonly { readonly name: string }[];
}): ReactElement {
  const text = (value: unknown): string => (value === undefined || value === null ? words.nothing : valueText(value));
  return (
    <div className="scroll">
      <table className="compare">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.field}</th>
            <th scope="col">{words.before}</th>
            <th scope="col">{words.after}</th>
          </tr>
        </thead>
        <tbody>
          {differences.map(({ path, before, after }) => (
            <tr key={path}>
              <th scope="row">{summaryPathText(path, paragraphs)}</th>
              <td>{text(before)}</td>
              <td>{text(after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface VersionChangesProps {
  readonly campaign: string;
  readonly version: number;
  /** An organisation below; its own where it is left out. */
  readonly of?: string | undefined;
}

/** What differs from the version before, and what the figures became since. */
export function VersionChanges({ campaign, version, of }: VersionChangesProps): ReactElement {
  const { id: org } = useOrganisation();
  const asked = useAsk(FIGURES_API.summaryVersion, { params: { org, campaign, n: String(version) }, query: { of } });
  if (asked.data === undefined) {
    return asked.isError ? (
      <Failed refusal={refusalOf(asked.error)} onRetry={() => void asked.refetch()} />
    ) : (
      <Loading />
    );
  }
  const { differences, since, snapshot } = asked.data;
  const { paragraphs } = snapshot.figures;
  const sinceCaption = words.since(momentText(since.asOf, now()));
  return (
    <div className="stack">
      {version === 1 ? (
        <p className="quiet">{words.first}</p>
      ) : differences.length === 0 ? (
        <p className="quiet">{words.noDifferences}</p>
      ) : (
        <Differences caption={words.differences} differences={differences} paragraphs={paragraphs} />
      )}
      {since.differences.length === 0 ? (
        <p className="quiet">{words.noSince}</p>
      ) : (
        <Differences caption={sinceCaption} differences={since.differences} paragraphs={paragraphs} />
      )}
    </div>
  );
}
