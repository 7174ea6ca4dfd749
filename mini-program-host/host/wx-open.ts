import type { LaunchSettings } from '../launch-options';
import { Refusal, type ApiMaker, type ApiResult, type ApiTable, type Fields } from './api';
import type { Dialogs } from './dialogs';
import type { Permissions } from './permissions';

const byTapOnly = (run: (options: Fields) => ApiResult | Promise<ApiResult>) => (options: Fields) =>
  navigator.userActivation.isActive ? run(options) : new Refusal('can only be invoked by user TAP gesture.');

const singlePageRefuses =
  (launch: LaunchSettings, run: (options: Fields) => ApiResult | Promise<ApiResult>) => (options: Fields) =>
    launch.scene === 1154 ? new Refusal('not allowed in single page mode') : run(options);

/** The sheet of switches that `wx.openSetting` leads to. */
async function openSetting(dialogs: Dialogs, permissions: Permissions): Promise<ApiResult> {
  const list = document.createElement('div');
  const draw = (): void => {
    list.replaceChildren(
      ...permissions.list().map(({ api, caption, allowed }) => {
        const row = document.createElement('button');
        row.className = 'e-sheet-item';
        row.textContent = caption;
        row.setAttribute('role', 'switch');
        row.setAttribute('aria-checked', String(allowed));
        row.addEventListener('click', () => {
          permissions.set(api, !allowed);
          draw();
        });
        return row;
      }),
    );
  };
  draw();
  await dialogs.showSheet('设置', list, [{ caption: '返回', result: undefined }]);
  return { authSetting: permissions.setting() };
}

/** Who the person is, what they allow, and the ways into other apps. */
export function openApis(make: ApiMaker, launch: LaunchSettings, dialogs: Dialogs, permissions: Permissions): ApiTable {
  let logins = 0;
  let clipboard = '';
  const privacy = { needAuthorization: false, privacyContractName: '《用户隐私保护指引》' };
  const nothing = (): undefined => undefined;
  return {
    login: make.async(
      'login',
      singlePageRefuses(launch, () => {
        logins += 1;
        return { code: `e2e-code-${logins}` };
      }),
    ),
    checkSession: make.async('checkSession', nothing),
    requestSubscribeMessage: make.async(
      'requestSubscribeMessage',
      byTapOnly(({ tmplIds }) => {
        const ids = Array.isArray(tmplIds) ? tmplIds.map(String) : [];
        if (ids.length === 0 || ids.length > 5)
          return new Refusal('Templates count out of max bounds', { errCode: 20003 });
        return Object.fromEntries(ids.map((id) => [id, 'accept']));
      }),
      // A person who says no is no error: the answer says `reject` for each.
      ({ tmplIds }) => Object.fromEntries((Array.isArray(tmplIds) ? tmplIds : []).map((id) => [String(id), 'reject'])),
    ),
    getSetting: make.async('getSetting', () => ({ authSetting: permissions.setting() })),
    openSetting: make.async(
      'openSetting',
      byTapOnly(() => openSetting(dialogs, permissions)),
    ),
    authorize: make.async('authorize', ({ scope }) => {
      const api = permissions.apiOf(scope);
      if (api === undefined) return new Refusal('invalid scope');
      permissions.noteAsked(api);
      return permissions.isDenied(api) ? new Refusal('auth deny') : undefined;
    }),
    getPrivacySetting: make.async('getPrivacySetting', () => privacy),
    requirePrivacyAuthorize: make.async('requirePrivacyAuthorize', nothing),
    openPrivacyContract: make.async('openPrivacyContract', nothing),
    navigateToMiniProgram: make.async('navigateToMiniProgram', byTapOnly(nothing), () => new Refusal('cancel')),
    exitMiniProgram: make.async('exitMiniProgram', nothing),
    makePhoneCall: make.async(
      'makePhoneCall',
      ({ phoneNumber }) =>
        typeof phoneNumber === 'string' && phoneNumber !== '' ? undefined : new Refusal('parameter error'),
      () => new Refusal('cancel'),
    ),
    setClipboardData: make.async('setClipboardData', ({ data }) => {
      clipboard = String(data);
      dialogs.showToast({ title: '内容已复制' }, 'toast');
      return undefined;
    }),
    getClipboardData: make.async('getClipboardData', () => ({ data: clipboard })),
    addPhoneCalendar: make.async('addPhoneCalendar', ({ title, startTime }) => {
      if (typeof title !== 'string' || typeof startTime !== 'number') return new Refusal('parameter error');
      return undefined;
    }),
    getAccountInfoSync: make.sync('getAccountInfoSync', () => ({
      miniProgram: { appId: 'wx0000000000000000', envVersion: 'develop', version: '' },
    })),
    showShareMenu: make.async('showShareMenu', nothing),
    hideShareMenu: make.async('hideShareMenu', nothing),
    updateShareMenu: make.async('updateShareMenu', nothing),
    reportEvent: make.sync('reportEvent', nothing),
    reportAnalytics: make.sync('reportAnalytics', nothing),
    reportPerformance: make.sync('reportPerformance', nothing),
  };
}
