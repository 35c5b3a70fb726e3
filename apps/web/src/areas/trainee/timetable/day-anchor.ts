/** Where the details of a day stand on the page. */
export function dayAnchor(day: string): string {
  return `day-${day}`;
}
