/** Where to go after signing in: an address of the studio, never one of somebody else's. */
export function localPath(to: string | undefined): string {
  if (!to || !/^\/admin([/?][^\\\s]*)?$/.test(to) || to.includes('//')) return '/admin'
  return to.startsWith('/admin/sign-') ? '/admin' : to
}
