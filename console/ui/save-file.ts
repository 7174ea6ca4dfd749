/** Hands a file to the browser's downloads. */
export function saveFile(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download has begun by the next turn of the loop; revoking earlier stops it in some browsers.
  setTimeout(() => {
    URL.revokeObjectURL(address);
  });
}
