/** IndexedDB as the door uses it: two tables, and writes that have reached the disk when they resolve. */

const NAME = 'door';
const VERSION = 1;

/** `values`: one value a name. `queue`: scans in the order of their numbers. */
export type Table = 'values' | 'queue';

export type Change =
  | { readonly table: Table; readonly key: string; readonly value: unknown }
  | { readonly table: Table; readonly remove: string };

export interface Database {
  readonly read: (table: Table, key: string) => Promise<unknown>;
  readonly readAll: (table: Table) => Promise<readonly (readonly [key: string, value: unknown])[]>;
  /** All or nothing; rejects where the device has no room. */
  readonly write: (changes: readonly Change[]) => Promise<void>;
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = () => {
      reject(request.error ?? new Error('storage'));
    };
  });
}

function done(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => {
      resolve();
    };
    const fail = (): void => {
      reject(transaction.error ?? new Error('storage'));
    };
    transaction.onabort = fail;
    transaction.onerror = fail;
  });
}

export async function openDatabase(name = NAME): Promise<Database> {
  const opening = indexedDB.open(name, VERSION);
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore('values');
    opening.result.createObjectStore('queue');
  };
  const db = await settled(opening);
  return {
    read: (table, key) => settled<unknown>(db.transaction(table).objectStore(table).get(key)),
    readAll: async (table) => {
      const store = db.transaction(table).objectStore(table);
      const [keys, values] = await Promise.all([settled(store.getAllKeys()), settled<unknown[]>(store.getAll())]);
      return keys.map((key, at) => [typeof key === 'string' ? key : '', values[at]] as const);
    },
    write: async (changes) => {
      // `strict`: complete means flushed, not only handed over.
      const transaction = db.transaction(['values', 'queue'], 'readwrite', { durability: 'strict' });
      const complete = done(transaction);
      for (const change of changes) {
        const store = transaction.objectStore(change.table);
        if ('remove' in change) store.delete(change.remove);
        else store.put(change.value, change.key);
      }
      await complete;
    },
  };
}
