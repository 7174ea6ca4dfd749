import type { CampaignId } from '../../../domain/ids';
import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import { dayOf } from '../../../domain/time/time';
import { t } from '../../../words/strings';
import { dayWords } from '../../../words/when';
import { goTo } from '../../platform/navigation';
import { useNow } from '../../sync/now';
import { useReplica } from '../../sync/replica';
import { ariaProps } from '../../ui/a11y';
import { Icon } from '../../ui/icon';
import { Tap } from '../../ui/tap';
import { itemsUnder } from './paragraph-refs';

/** The official documents, paragraph by paragraph, with how many activities each names. */
export function ProgrammeList({ campaignId = null }: { readonly campaignId?: CampaignId | null }): ReactElement {
  const documents = useReplica((state) => state.replica.campaign?.documents, campaignId) ?? [];
  const programme = useReplica((state) => state.replica.programme, campaignId);
  const today = dayOf(useNow());
  return (
    <View>
      {documents.map((document) => (
        <View key={document.documentNo} className="card document">
          <View className="document__head">
            <View className="document__no">{document.documentNo}</View>
            <View className="document__title" {...ariaProps({ role: 'heading', level: 2 })}>
              {document.title}
            </View>
            <View className="document__issuer">
              {t.programme.issued(document.leadIssuer, dayWords(document.issuedOn, today))}
              {document.issuers > 1 ? ` · ${t.programme.issuers(document.issuers)}` : ''}
            </View>
          </View>
          {document.paragraphs.map((paragraph) => {
            const count = itemsUnder(document, paragraph.no, programme).length;
            return (
              <Tap
                key={paragraph.no}
                label={`${paragraph.no} ${paragraph.title}，${t.programme.itemCount(count)}`}
                role="link"
                className="document__paragraph"
                onTap={() => {
                  goTo('/packages/programme/index', {
                    document: document.documentNo,
                    paragraph: paragraph.no,
                    ...(campaignId === null ? {} : { campaign: campaignId }),
                  });
                }}
              >
                <View className="document__number">{paragraph.no}</View>
                <View className="document__name">{paragraph.title}</View>
                <View className="document__count">{t.programme.itemCount(count)}</View>
                <Icon name="chevron-right" size={16} />
              </Tap>
            );
          })}
        </View>
      ))}
    </View>
  );
}
