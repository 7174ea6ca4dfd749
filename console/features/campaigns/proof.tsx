import { Alert } from 'antd';
import type { ReactElement } from 'react';
import type { CampaignDraft } from '../../../domain/campaign/next-campaign';
import { campaignsWords as words } from '../../../words/console/campaigns';

/** What differs from the pasted notices, to the character. */
export function Proof({ differences }: Pick<CampaignDraft, 'differences'>): ReactElement {
  if (differences.length === 0) return <Alert type="success" showIcon title={words.proofRight} />;
  return (
    <>
      <Alert type="warning" showIcon role="alert" title={words.proofWrong(differences.length)} />
      <ul className="bullets">
        {differences.map(({ path, text, at, notice }) => {
          const own = Array.from(text);
          return (
            <li key={path}>
              {own.slice(0, at).join('')}
              <mark>{own.slice(at).join('')}</mark>
              <div className="quiet">
                {notice === '' ? words.nowhere : words.differs(at)}
                {notice === '' ? null : <ins>{notice}</ins>}
              </div>
            </li>
          );
        })}
      </ul>
    </>
  );
}
