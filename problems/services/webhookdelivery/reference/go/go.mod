module webhookdelivery

go 1.19
