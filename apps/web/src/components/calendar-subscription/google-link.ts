/** Where Google Agenda asks whether to add a calendar; it reads the address itself, from its own servers. */
export function googleLink(webcalUrl: string): string {
  return `https://calendar.google.com/calendar/r?cid=${encodeURIComponent(webcalUrl)}`;
}
