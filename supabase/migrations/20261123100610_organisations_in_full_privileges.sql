grant insert (
	governance, charity_number, company_number, trustee_support, is_partner, meets, phone, email, website
) on public.organisations to authenticated;
grant update (
	governance, charity_number, company_number, trustee_support, is_partner, meets, phone, email, website
) on public.organisations to authenticated;
