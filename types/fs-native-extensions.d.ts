/** What this project uses of a package that ships no types. */
declare module 'fs-native-extensions' {
  export interface FileLocks {
    /** An exclusive lock on the whole file, held until the descriptor is closed; false if somebody else has it. */
    tryLock(fd: number): boolean;
  }
  const locks: FileLocks;
  export default locks;
}
