/** Versions that were handed in: their hash, their files, and what became of the figures since (rule F3). */
import { Button, Drawer } from 'antd';
import { type ReactElement, Suspense, useState } from 'react';
import { consoleWords } from '../../../words/console';
import { momentText } from '../../../words/console/dates';
import { versionWords as words } from '../../../words/console/summary';
import { LATE } from '../../../words/summary';
import { VersionChanges } from '../../blocks/version-changes';
import { VersionFiles } from '../../blocks/version-files';
import { now } from '../../clock';
import type { Summary } from '../../net/answers';
import { useReturnFocus } from '../../ui/use-return-focus';

interface ChangesProps {
  readonly campaign: string;
  readonly version: number;
  readonly onClose: () => void;
}

function Changes({ campaign, version, onClose }: ChangesProps): ReactElement {
  useReturnFocus();
  return (
    <Drawer
      open
      size={760}
      onClose={onClose}
      title={words.version(version)}
      closable={{ 'aria-label': consoleWords.do.close }}
    >
      <VersionChanges campaign={campaign} version={version} />
    </Drawer>
  );
}

export function Versions({ summary }: { readonly summary: Summary }): ReactElement {
  const { campaign, organisation, versions, changedBelow } = summary;
  const [opened, setOpened] = useState<number | null>(null);
  return (
    <section className="card stack stack--tight" aria-label={words.title}>
      <h2 className="card__title">{words.title}</h2>
      {versions.length === 0 ? <p className="quiet">{words.none}</p> : null}
      <ul className="lines">
        {versions.map(({ version, hash, submittedAt, late }) => (
          <li key={version} className="lines__line">
            <div className="acts">
              <strong>{words.version(version)}</strong>
              <span className="quiet figures">{words.at(momentText(submittedAt, now()))}</span>
              {late ? <span className="tag tag--gold">{LATE}</span> : null}
              <VersionFiles campaign={campaign.id} name={organisation.name} version={version} />
              <Button
                size="small"
                aria-label={words.compareOf(version)}
                onClick={() => {
                  setOpened(version);
                }}
              >
                {words.compare}
              </Button>
            </div>
            <div className="quiet hash">
              {words.hash} {hash}
            </div>
          </li>
        ))}
      </ul>
      {changedBelow.length === 0 ? null : (
        <div role="note">
          <p>{words.changedBelow}</p>
          <ul className="bullets">
            {changedBelow.map(({ organisation: id, name, contained, now: current }) => (
              <li key={id}>{words.changedBelowOf(name, contained, current)}</li>
            ))}
          </ul>
        </div>
      )}
      <Suspense>
        {opened === null ? null : (
          <Changes
            key={opened}
            campaign={campaign.id}
            version={opened}
            onClose={() => {
              setOpened(null);
            }}
          />
        )}
      </Suspense>
    </section>
  );
}
