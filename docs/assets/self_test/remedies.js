/** What to write for each server, where it does not do what it has to. */

/** @typedef {{ server: string, write: string }} Change */

/**
 * @param {string} nginx
 * @param {string} apache
 * @param {string} iis
 * @param {string} caddy
 * @returns {Change[]}
 */
function changes(nginx, apache, iis, caddy) {
  return [
    { server: "nginx", write: nginx },
    { server: "Apache", write: apache },
    { server: "IIS", write: iis },
    { server: "Caddy", write: caddy },
  ];
}

/**
 * @param {string} ending without its dot
 * @param {string} type
 */
export function typeOf(ending, type) {
  return changes(
    `types { ${type.split(";")[0]} ${ending}; }`,
    `AddType "${type}" .${ending}`,
    `<mimeMap fileExtension=".${ending}" mimeType="${type}" />`,
    `@${ending} path *.${ending}, and below it: header @${ending} Content-Type "${type}"`,
  );
}

/**
 * @param {string} name
 * @param {string} value
 */
export function header(name, value) {
  return changes(
    `add_header ${name} "${value}" always;`,
    `Header always set ${name} "${value}"`,
    `<add name="${name}" value="${value}" /> in <customHeaders>`,
    `header ${name} "${value}"`,
  );
}

export function packed() {
  return changes(
    "gzip_static on;",
    "the RewriteRule lines of own-host.conf, in-folder.conf or htaccess, with mod_rewrite, mod_headers and mod_mime loaded",
    '<urlCompression doStaticCompression="true" /> and the feature Static Content Compression',
    "precompressed br gzip, in the braces of file_server",
  );
}

/** @param {string} root the path of the site's root */
export function notFound(root) {
  return changes(
    `error_page 404 ${root}404.html;`,
    `ErrorDocument 404 ${root}404.html`,
    `<httpErrors errorMode="Custom" existingResponse="Replace"><error statusCode="404" path="${root}404.html" responseMode="ExecuteURL" /></httpErrors>`,
    "the lines of handle_errors in Caddyfile or in-folder.Caddyfile",
  );
}

export function folders() {
  return changes(
    "index index.html;",
    "DirectoryIndex index.html",
    '<defaultDocument enabled="true"><files><add value="index.html" /></files></defaultDocument>',
    "file_server, which gives index.html by itself",
  );
}

export function ranges() {
  return changes(
    "max_ranges 1;",
    "MaxRanges default",
    "remove the module or proxy that refuses the header Range",
    "remove the proxy that refuses the header Range",
  );
}
