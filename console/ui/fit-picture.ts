/** What the server takes, in bytes. */
const MOST_BYTES = 2 * 1024 * 1024;
/** The longer side of a picture after it was redrawn, in pixels: more than a page shows. */
const MOST_SIDE = 2000;
const QUALITY = 0.85;

/**
 * Redraws a large photograph, or a WebP from a chat, as a JPEG that the server takes and Word shows. Other pictures, and
 * what the browser cannot draw, stay as they are.
 */
export async function fitPicture(file: File): Promise<Blob> {
  if (file.size <= MOST_BYTES && file.type !== 'image/webp') return file;
  try {
    const bitmap = await createImageBitmap(file);
    const scale = Math.min(1, MOST_SIDE / Math.max(bitmap.width, bitmap.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(bitmap.width * scale);
    canvas.height = Math.round(bitmap.height * scale);
    const context = canvas.getContext('2d');
    if (!context) return file;
    // What is clear in the picture is paper in the document.
    context.fillStyle = 'white';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    bitmap.close();
    return await new Promise<Blob>((resolve) => {
      canvas.toBlob(
        (drawn) => {
          resolve(drawn ?? file);
        },
        'image/jpeg',
        QUALITY,
      );
    });
  } catch {
    return file;
  }
}
