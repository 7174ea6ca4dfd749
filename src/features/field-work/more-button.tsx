import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import { fieldWork } from '../../../words/strings';
import { ariaProps } from '../../ui/a11y';
import { Button } from '../../ui/button';
import type { Further } from './use-further';

/** The way to the next page of a list, and a word where it did not come. */
export function MoreButton({ hasMore, failed, more }: Further<unknown>): ReactElement | null {
  if (!hasMore) return null;
  return (
    <View>
      {failed ? (
        <View className="work__error" {...ariaProps({ role: 'alert' })}>
          {fieldWork.list.moreFailed}
        </View>
      ) : null}
      <Button look="quiet" text={fieldWork.list.more} onTap={more} />
    </View>
  );
}
