/** All that the app may know of Node: the build puts the words in. */
declare const process: { readonly env: Readonly<Record<'NODE_ENV' | 'TARO_ENV', string>> };
