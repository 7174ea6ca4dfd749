import { Segmented } from 'antd';
import { type ReactElement, useState } from 'react';
import { CITIZEN } from '../../domain/api/citizen';
import { SYNDICATION } from '../../domain/api/syndication';
import { addressOf } from '../../domain/api/endpoint';
import { displayNameOf } from '../../domain/region/region-names';
import { embedWords as words } from '../../words/console/embed';
import { useOrganisation } from '../session/organisation';
import { CopyText } from '../ui/copy-text';
import { Page } from '../ui/page';

/** F9: addresses to subscribe to, and the code of a frame; `window.location` is the server itself. */
export function Embed(): ReactElement {
  const { id, region } = useOrganisation();
  const [of, setOf] = useState<'region' | 'organisation'>('region');
  const query = of === 'region' ? { region } : { organisation: id };
  const at = (endpoint: { readonly path: string }): string =>
    `${window.location.origin}${addressOf(endpoint, {}, query)}`;
  const frame = at(SYNDICATION.embed);
  const code = `<iframe src="${frame}" title="${words.frameTitle}" width="100%" height="600" loading="lazy"></iframe>`;
  return (
    <Page title={words.title} lead={words.lead}>
      <Segmented<'region' | 'organisation'>
        aria-label={words.of}
        value={of}
        onChange={setOf}
        options={[
          { value: 'region', label: words.ofRegion(displayNameOf(region) ?? region) },
          { value: 'organisation', label: words.ofOrganisation },
        ]}
      />
      <section className="card stack">
        <h2 className="panel__title">{words.feeds}</h2>
        {(
          [
            [words.atom, at(SYNDICATION.atom)],
            [words.rss, at(SYNDICATION.rss)],
            [words.calendar, at(CITIZEN.calendar)],
          ] as const
        ).map(([label, address]) => (
          <div key={label}>
            <div className="quiet">{label}</div>
            <CopyText text={address} label={label} />
          </div>
        ))}
      </section>
      <section className="card stack">
        <h2 className="panel__title">{words.frame}</h2>
        <p className="quiet">{words.frameText}</p>
        <CopyText text={code} label={words.code} />
        <p className="quiet">{words.allowed}</p>
        <a href={frame} target="_blank" rel="noopener">
          {words.preview}
        </a>
      </section>
    </Page>
  );
}
