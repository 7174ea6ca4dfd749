import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import { isBegun } from '../../../domain/complaint/complaint-draft';
import type { ComplaintGuide, ComplaintRule } from '../../../domain/complaint/complaint-guide';
import { parseDay, wallClock } from '../../../domain/time/time';
import { complaintGuide } from '../../../words/strings';
import { goTo } from '../../platform/navigation';
import { openLink, openMiniProgram } from '../../platform/phone';
import { useComplaintDraft } from '../../sync/complaint-draft';
import { copyAndSay } from '../../ui/copy-tap';
import { Icon } from '../../ui/icon';
import { Row } from '../../ui/row';
import { Section } from '../../ui/section';
import { useGuide, useOfficialApp } from './use-guide';

function Ways({ guide }: { readonly guide: ComplaintGuide }): ReactElement {
  const app = useOfficialApp();
  const { draft } = useComplaintDraft();
  const browser = process.env.TARO_ENV === 'h5';
  return (
    <Section title={complaintGuide.ways}>
      <View className="card">
        {app === undefined || browser ? null : (
          <Row
            icon="badge-check"
            title={complaintGuide.openApp}
            text={complaintGuide.openAppText}
            onTap={() => void openMiniProgram(app)}
          />
        )}
        {browser ? (
          <Row
            icon="navigation"
            title={complaintGuide.openWeb}
            text={guide.web}
            onTap={() => void openLink(`https://${guide.web}/`)}
          />
        ) : null}
        {browser ? null : (
          <Row icon="copy" title={complaintGuide.copyWeb} text={guide.web} onTap={() => void copyAndSay(guide.web)} />
        )}
        <Row
          icon="pen-line"
          title={isBegun(draft) ? complaintGuide.draftGoOn : complaintGuide.draft}
          text={complaintGuide.draftText}
          onTap={() => {
            goTo('/packages/complaint/index', { part: 'draft' });
          }}
        />
      </View>
    </Section>
  );
}

function Checklist({ guide }: { readonly guide: ComplaintGuide }): ReactElement {
  return (
    <Section title={complaintGuide.prepare}>
      <View className="guide__lead">{complaintGuide.prepareText}</View>
      <View className="card guide__list">
        {guide.checklist.map(({ title, items }) => (
          <View key={title} className="guide__part">
            <View className="guide__title">{title}</View>
            {items.map((item) => (
              <View key={item} className="guide__item">
                <Icon name="check" colour="pine" size={20} />
                <View className="guide__words">{item}</View>
              </View>
            ))}
          </View>
        ))}
      </View>
    </Section>
  );
}

function dayWords(day: string): string {
  const instant = parseDay(day);
  if (instant === null) return day;
  const { year, month, date } = wallClock(instant);
  return `${year}年${month}月${date}日`;
}

function Rule({ rule }: { readonly rule: ComplaintRule }): ReactElement {
  const { text, document, documentNo, article, effectiveFrom, replaces } = rule;
  const status = [
    ...(effectiveFrom === undefined ? [] : [complaintGuide.since(dayWords(effectiveFrom))]),
    ...(replaces === undefined ? [] : [complaintGuide.replaces(replaces)]),
  ];
  return (
    <View className="guide__part">
      <View>{text}</View>
      <View className="guide__source">{complaintGuide.rule(document, documentNo, article)}</View>
      {status.length === 0 ? null : <View className="guide__source">{status.join('，')}</View>}
    </View>
  );
}

function Rules({ guide }: { readonly guide: ComplaintGuide }): ReactElement {
  return (
    <Section title={complaintGuide.rules}>
      <View className="card guide__list">
        {guide.rules.map((rule) => (
          <Rule key={rule.text} rule={rule} />
        ))}
        <View className="guide__part">
          <View className="guide__title">{complaintGuide.notAccepted}</View>
          <View>{guide.notAccepted.join('；')}。</View>
        </View>
        <View className="guide__official">{complaintGuide.official}</View>
      </View>
    </Section>
  );
}

/** How a matter is handed in, what it takes, and what the rules say. */
export function GuideView(): ReactElement {
  const guide = useGuide();
  return (
    <View>
      <Ways guide={guide} />
      <Checklist guide={guide} />
      <Rules guide={guide} />
      <Section title={complaintGuide.channels}>
        <View className="card guide__list">
          {guide.channels.map((channel) => (
            <View key={channel} className="guide__channel">
              {channel}
            </View>
          ))}
          {guide.merged.length === 0 ? null : (
            <View className="guide__source">{complaintGuide.merged(guide.merged.join('、'))}</View>
          )}
        </View>
      </Section>
    </View>
  );
}
