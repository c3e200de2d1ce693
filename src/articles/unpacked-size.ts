const ENTRY = 0x02014b50

/**
 * How many bytes of XML a zip file (a .docx is one) says it unpacks to, from its central directory: a small file may
 * hold gigabytes. What lies about its sizes is cut off by the one who unpacks it.
 */
export function unpackedXml(zip: Uint8Array): number {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
  let sum = 0
  for (let at = zip.length - 22; at >= 0; at -= 1) {
    if (view.getUint32(at, true) !== 0x06054b50) continue
    let entry = view.getUint32(at + 16, true)
    while (entry + 46 <= zip.length && view.getUint32(entry, true) === ENTRY) {
      const [name, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(entry + offset, true))
      const called = Buffer.from(zip.subarray(entry + 46, entry + 46 + name!)).toString()
      if (/\.(?:xml|rels)$/i.test(called)) sum += view.getUint32(entry + 24, true)
      entry += 46 + name! + extra! + comment!
    }
    return sum
  }
  return sum
}
