// The browser knows its time zone; the reader may still choose another. Without this script they simply choose.
const select = document.querySelector('select[data-detect]')
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
if (select && zone && !select.value) {
  if (![...select.options].some((option) => option.value === zone)) select.add(new Option(zone, zone))
  select.value = zone
}
