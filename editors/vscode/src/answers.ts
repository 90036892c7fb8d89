// What the server's commands answer (docs/commands.md).

export interface Created {
  uri: string;
}

export interface Address {
  url: string;
}

export interface FileFacts {
  markdown: string;
}

export interface Term {
  name: string;
  count: number;
}

export interface Site {
  root: string;
  title: string;
  pages: number;
  posts: number;
  drafts: number;
  indexing: boolean;
}

export interface SiteInfo {
  sites: Site[];
  categories: Term[];
  tags: Term[];
}
