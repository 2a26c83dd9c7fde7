// huge; time O(1); space O(1); kind: arithmetic behind a runtime that starts slowly
import { readFileSync } from 'fs';

const n: number = parseInt(readFileSync(0, 'utf8').trim(), 10);

// Days since 1970 to a date of the Gregorian calendar.
const z = n + 719468;
const era = Math.floor(z / 146097);
const dayOfEra = z - era * 146097;
const yearOfEra = Math.floor(
  (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
);
const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
const monthIndex = Math.floor((5 * dayOfYear + 2) / 153);
const day = dayOfYear - Math.floor((153 * monthIndex + 2) / 5) + 1;
const month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9;
const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
console.log([year, month, day].join('-'));
