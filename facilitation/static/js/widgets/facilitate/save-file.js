/**
 * Give a fetched document to the browser as a download, under the name that the server chose.
 */

/** The file name in a Content-Disposition header. */
export function nameIn(header, fallback) {
  return /filename="?([^";]+)"?/.exec(header ?? "")?.[1] ?? fallback;
}

/** Save an answer's content as a file. */
export async function saveFile(answer, fallback) {
  const url = URL.createObjectURL(await answer.blob());
  const link = document.createElement("a");
  link.href = url;
  link.download = nameIn(answer.headers.get("Content-Disposition"), fallback);
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
