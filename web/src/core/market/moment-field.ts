import { minuteIn } from '../schedule/weekly';
import { civilAt, dayIn, isoDay, momentsOf } from '../schedule/zoned';

/**
 * The moment of a date and time field (YYYY-MM-DDTHH:MM) in a zone, unix seconds: the earlier where
 * clocks show it twice, nothing where they never do.
 */
export function momentIn(field: string, zone: string): number | undefined {
  const [date = '', time = ''] = field.split('T');
  const [day, minute] = [dayIn(date), minuteIn(time.slice(0, 5))];
  return day && minute !== undefined ? momentsOf(zone, { ...day, minute })[0] : undefined;
}

/** The field's value for a moment, unix seconds; the next full minute. */
export function fieldOf(atS: number, zone: string): string {
  const civil = civilAt(zone, Math.ceil(atS / 60) * 60);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${isoDay(civil)}T${two(Math.floor(civil.minute / 60))}:${two(civil.minute % 60)}`;
}
