import { Select } from 'antd';
import type { ReactElement } from 'react';
import { figuresWords as words } from '../../words/console/figures';
import { API } from '../api';
import { useAsk } from '../session/use-ask';

interface CampaignSelectProps {
  readonly value: string | undefined;
  readonly onChange: (id: string) => void;
}

/** Which year; nothing to choose from where there is only one. */
export function CampaignSelect({ value, onChange }: CampaignSelectProps): ReactElement | null {
  const { data } = useAsk(API.campaigns);
  const campaigns = data?.campaigns ?? [];
  if (campaigns.length < 2) return null;
  return (
    <Select<string>
      className="filters__wide"
      aria-label={words.campaign}
      value={value ?? null}
      options={campaigns.map(({ id, year, theme }) => ({ value: id, label: words.campaignName(year, theme) }))}
      onChange={onChange}
    />
  );
}
