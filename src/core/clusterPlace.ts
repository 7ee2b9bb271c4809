/** Whether what stands where the path of a folder is expected is the address of a corpus in a cluster. */
export function isClusterAddress(place: string): boolean {
  return /^https?:\/\//.test(place);
}
