const DATE = /^(\d{4})-(\d{1,2})-(\d{1,2})$/
const DATE_TIME =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[Tt](\d{1,2}):(\d{1,2}):(\d{1,2})(?:[.,]\d+)?(?:Z|[-+](\d\d):(\d\d))| (\d{1,2}):(\d{1,2}):(\d{1,2})(?:[.,]\d+)?)$/

/** A date, with a time or without, as go-yaml knows one. Source: go-yaml v2.4.0, resolve.go, parseTimestamp. */
export function isTimestamp(text: string): boolean {
  const [, year, month, day, ...time] = (DATE.exec(text) ?? DATE_TIME.exec(text) ?? []).map(Number)
  if (year === undefined || month === undefined || day === undefined) return false
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return false
  const [h1 = 0, m1 = 0, s1 = 0, zoneHours = 0, zoneMinutes = 0, h2 = 0, m2 = 0, s2 = 0] = time.map(
    (part) => (Number.isNaN(part) ? 0 : part),
  )
  const sixty = [m1, s1, m2, s2, zoneMinutes].every((part) => part < 60)
  return sixty && h1 < 24 && h2 < 24 && zoneHours <= 24
}

function daysIn(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  if (month === 2) return leap ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}
